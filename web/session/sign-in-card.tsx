import type { ReactNode } from 'react';
import { LanguageSwitch } from '../shell/language-switch.js';

interface Props {
  readonly title: string;
  readonly what: string;
  readonly children: ReactNode;
}

/** The page of whoever is not yet let in: one card, and the language. */
export const SignInCard = ({ title, what, children }: Props): ReactNode => (
  <>
    <header className="sign-in-head">
      <span className="brand">Lối Về</span>
      <LanguageSwitch />
    </header>
    <main className="sign-in-card stack">
      <h1>{title}</h1>
      <p>{what}</p>
      {children}
    </main>
  </>
);
