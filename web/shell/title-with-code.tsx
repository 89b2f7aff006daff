import type { ReactNode } from 'react';

interface Props {
  /** The whole sentence, with the code in it. */
  readonly words: string;
  readonly code: string;
}

/** A heading that names a case: the code is never broken at its hyphens. */
export function TitleWithCode({ words, code }: Props): ReactNode {
  const at = code === '' ? -1 : words.indexOf(code);
  if (at < 0) return words;
  return (
    <>
      {words.slice(0, at)}
      <span className="unbroken">{code}</span>
      {words.slice(at + code.length)}
    </>
  );
}
