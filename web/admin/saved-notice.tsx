import { useEffect, useRef, type ReactNode } from 'react';

export interface Saved {
  readonly words: string;
  /** Tells two savings with the same words apart. */
  readonly at: number;
}

/** What was just saved, told to everybody and given the focus, for the form that had it is gone. */
export function SavedNotice({ saved }: { readonly saved: Saved | undefined }): ReactNode {
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (saved === undefined) return;
    window.scrollTo(0, 0);
    notice.current?.focus({ preventScroll: true });
  }, [saved]);
  return (
    <p role="status" ref={notice} tabIndex={-1}>
      {saved !== undefined && <strong>{saved.words}</strong>}
    </p>
  );
}

/** "Đã lưu …: chức danh, vai trò." of the questions whose answers changed. */
export const namesOf = (
  changed: object,
  questions: readonly { readonly id: string; readonly title: string }[],
): string =>
  questions
    .filter(({ id }) => Object.hasOwn(changed, id))
    .map(({ title }) => title.toLocaleLowerCase())
    .join(', ');
