import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventView } from '../../api/contract/event.js';
import { AnswerList, TextList } from '../history/answer-list.js';
import { EventDetail } from '../history/event-detail.js';
import { EventOrigin } from '../history/event-origin.js';

interface Props {
  readonly caseId: string;
  readonly event: EventView;
}

/** How a task ended: the outcome, when, who, and what they answered in its form. */
export function RecordedResult({ caseId, event }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="card stack" aria-labelledby="recorded-result">
      <h2 id="recorded-result">{t('task.recorded-result')}</h2>
      <div>
        <p>
          <strong>{event.outcome ?? event.title}</strong>
        </p>
        <EventDetail of={event} />
        <EventOrigin event={event} />
      </div>
      <AnswerList caseId={caseId} answers={event.answers ?? []} />
      <TextList caseId={caseId} texts={event.texts} />
    </section>
  );
}
