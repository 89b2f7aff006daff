import type { ReactNode } from 'react';
import type { AnswerView, EventView } from '../../api/contract/event.js';
import { SealedText } from './sealed-text.js';

interface AnswersProps {
  readonly caseId: string;
  readonly answers: readonly AnswerView[];
}

/** Every field of a form with what was answered; what is sealed behind its button. */
export function AnswerList({ caseId, answers }: AnswersProps): ReactNode {
  if (answers.length === 0) return null;
  return (
    <dl className="facts">
      {answers.map(({ id, title, words, textId }) => (
        <div key={id} className="fact">
          <dt>{title}</dt>
          <dd>{textId === undefined ? (words ?? '–') : <SealedText caseId={caseId} textId={textId} />}</dd>
        </div>
      ))}
    </dl>
  );
}

interface TextsProps {
  readonly caseId: string;
  readonly texts: EventView['texts'];
}

/** What else is sealed about an event. */
export const TextList = ({ caseId, texts }: TextsProps): ReactNode => (
  <AnswerList caseId={caseId} answers={texts.map(({ textId, title }) => ({ id: textId, title, textId }))} />
);
