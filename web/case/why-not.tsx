import type { ReactNode } from 'react';
import type { CaseView } from '../../api/contract/case.js';

type Why = Pick<CaseView['locked'][number], 'because' | 'waits'>;

/** What a step waits for: a sentence where that is one thing, else a list that can be gone through. */
export const WhyNot = ({ because, waits }: Why): ReactNode =>
  waits === undefined ? (
    <p className="quiet">{because}</p>
  ) : (
    <div className="quiet why-not">
      <Outline {...waits} />
    </div>
  );

function Outline({ text, parts = [] }: NonNullable<Why['waits']>): ReactNode {
  return (
    <>
      {text}
      {parts.length > 0 && (
        <ul>
          {parts.map((part) => (
            <li key={JSON.stringify(part)}>
              <Outline {...part} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
