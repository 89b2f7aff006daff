import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventView } from '../../api/contract/event.js';
import { AnswerList, TextList } from './answer-list.js';
import { EventDetail } from './event-detail.js';
import { EventTitle } from './event-title.js';
import { EventOrigin } from './event-origin.js';

interface Props {
  readonly caseId: string;
  readonly events: readonly EventView[];
}

/** Newest first: what, when, who; what stands in a form folded, what is sealed closed. */
export function Timeline({ caseId, events }: Props): ReactNode {
  return (
    <ol className="events timeline">
      {events.map((event) => (
        <li key={event.version} data-by={event.actor.kind}>
          <strong>
            <EventTitle title={event.title} />
          </strong>
          <EventDetail of={event} />
          <EventOrigin event={event} />
          <Answered caseId={caseId} event={event} />
          <TextList caseId={caseId} texts={event.texts} />
        </li>
      ))}
    </ol>
  );
}

interface AnsweredProps {
  readonly caseId: string;
  readonly event: EventView;
}

function Answered({ caseId, event: { answers = [] } }: AnsweredProps): ReactNode {
  const { t } = useTranslation();
  if (answers.length === 0) return null;
  return (
    <details>
      <summary>{t('history.answers')}</summary>
      <AnswerList caseId={caseId} answers={answers} />
    </details>
  );
}
