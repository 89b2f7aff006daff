import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../api/contract/task.js';
import { PersonCard } from '../case/person-card.js';
import { FactList } from '../case/fact-list.js';
import { isOpen } from '../case/task-order.js';
import { PostTitle } from '../shell/post-title.js';
import { DeadlineCell, lastMoment } from '../time/deadline-cell.js';
import { momentWords } from '../time/display.js';
import { explanationWords } from '../time/explanation-words.js';
import { confidenceKeys, statusWords } from '../words/coded-words.js';
import { RecordedResult } from './recorded-result.js';

/** What is to be done, by whom, why and by when; and the least that must be known for it. */
export function TaskAbout({ task }: { readonly task: TaskView }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="stack">
      {task.answered !== undefined && <RecordedResult caseId={task.subject.id} event={task.answered} />}
      <section className="card stack" aria-labelledby="what">
        <h2 id="what">{t('task.instructions')}</h2>
        <p>{task.instructions}</p>
        <dl className="facts">
          <dt>{t('task.holder')}</dt>
          <dd>
            {task.agency?.name ?? t('task.no-agency')}
            {task.assignee !== undefined && (
              <>
                , <PostTitle title={task.assignee.title} />
              </>
            )}
          </dd>
          {(task.agency !== null || !isOpen(task)) && <Status task={task} />}
          <dt>{t('task.offered')}</dt>
          <dd>{momentWords(task.offeredAt)}</dd>
          <dt>{t('task.source')}</dt>
          <dd>{task.source}</dd>
        </dl>
        {task.agency === null && isOpen(task) && <p>{t('task.no-agency-way')}</p>}
        {task.dispute !== undefined && (
          <p>
            <strong>{disputeWords(task, t)}</strong>
          </p>
        )}
      </section>
      <Deadline task={task} />
      <FactList title={t('task.facts')} facts={task.facts} />
      {task.personFields.length > 0 && task.subject.kind === 'case' && (
        <PersonCard caseId={task.subject.id} may="read" />
      )}
    </div>
  );
}

function Status({ task }: { readonly task: TaskView }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <dt>{t('task.status')}</dt>
      <dd>
        {statusWords(task, t)}
        {task.returnedTimes !== undefined && ` (${t('task.returned', { count: task.returnedTimes })})`}
      </dd>
    </>
  );
}

/** Whose duty it is, is no longer for the coordinator to say; until it is said its last holder answers for it. */
const disputeWords = ({ dispute, agency }: TaskView, t: TFunction): string =>
  t('task.dispute', {
    arbiter: dispute?.arbiter ?? t('task.some-superior'),
    holder: agency?.name ?? t('task.no-agency'),
  });

function Deadline({ task: { due, clockAheadMs } }: { readonly task: TaskView }): ReactNode {
  const { t } = useTranslation();
  if (due === null) return null;
  return (
    <section className="card stack" aria-labelledby="due">
      <h2 id="due">{t('task.due')}</h2>
      <DeadlineCell due={due} aheadMs={clockAheadMs} />
      <p>{explanationWords(due.explanation, t)}</p>
      <p className="quiet">
        {due.serviceLevel
          ? t('due.why-service-level', { source: due.source })
          : `${t('due.why', { source: due.source })} ${t(confidenceKeys[due.confidence])}`}
      </p>
      {due.others.length > 0 && (
        <details>
          <summary>{t('due.others', { count: due.others.length })}</summary>
          <ul>
            {due.others.map((other) => (
              <li key={other.limitId}>
                {lastMoment(other, t)} ({other.source})
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
