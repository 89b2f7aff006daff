import { useEffect } from 'react';

/** What the browser's tab says. Never a person's name. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – Lối Về`;
  }, [title]);
}
