import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { whenSessionEnds } from '../api/request.js';
import { SignInForm } from './sign-in-form.js';

interface Props {
  readonly username: string;
  /** The account may have changed meanwhile: other roles, a passphrase to be replaced. */
  readonly onSignedIn: () => void;
}

/**
 * The session ended in the middle of work: asks for the passphrase above the page, which keeps all that was typed, and
 * lets the waiting requests go on.
 */
export function SignInAgain({ username, onSignedIn }: Props): ReactNode {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const waiting = useRef<{ readonly promise: Promise<void>; readonly done: () => void }>(undefined);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    whenSessionEnds(() => {
      waiting.current ??= pending();
      setOpen(true);
      return waiting.current.promise;
    });
    return () => {
      whenSessionEnds(undefined);
    };
  }, []);

  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby="again"
      onCancel={(event) => {
        event.preventDefault();
      }}
    >
      {open && (
        <div className="stack">
          <h2 id="again">{t('again.title')}</h2>
          <p>{t('again.what')}</p>
          <SignInForm
            username={username}
            onSignedIn={() => {
              setOpen(false);
              waiting.current?.done();
              waiting.current = undefined;
              onSignedIn();
            }}
          />
          <a href="/">{t('again.other')}</a>
        </div>
      )}
    </dialog>
  );
}

function pending(): { readonly promise: Promise<void>; readonly done: () => void } {
  let done = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    done = resolve;
  });
  return { promise, done };
}
