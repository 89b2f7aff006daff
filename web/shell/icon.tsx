import type { ReactNode } from 'react';

/** Strokes on a 24 × 24 field. Decoration only: words always stand beside them. */
const shapes = {
  clock: 'M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M12 7v5l3 2',
  alert: 'M12 3L2 20h20zM12 10v4M12 17v.5',
  late: 'M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M12 7v6M12 16v.5',
  pause: 'M9 5v14M15 5v14',
  done: 'M4 12l5 5L20 6',
  lock: 'M6 11h12v10H6zM9 11V7a3 3 0 0 1 6 0v4',
  phone: 'M5 3h4l2 5-2.5 2a12 12 0 0 0 5.500 5.500l2-2.500 5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 5a2 2 0 0 1 2-2',
  menu: 'M4 6h16M4 12h16M4 18h16',
  next: 'M9 5l7 7-7 7',
  bolt: 'M13 2L5 14h6l-1 8 8-12h-6z',
  person: 'M12 4a4 4 0 1 0 0 8a4 4 0 0 0 0-8M4 21c1-5 4-7 8-7s7 2 8 7',
} satisfies Record<string, string>;

export type IconName = keyof typeof shapes;

export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}
