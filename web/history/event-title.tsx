import type { ReactNode } from 'react';
import { TitleWithCode } from '../shell/title-with-code.js';

/** What happened; the code of a case in it is never broken at its hyphens. */
export const EventTitle = ({ title }: { readonly title: string }): ReactNode => (
  <TitleWithCode words={title} code={/[A-Z]+-\d{4}-\w+/.exec(title)?.[0] ?? ''} />
);
