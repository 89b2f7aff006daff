import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldSpec, TaskView } from '../../api/contract/task.js';
import { momentTold } from '../time/deadline-label.js';
import { dayOfInstant } from '../time/display.js';
import { PaperQuestion } from './paper-question.js';

interface Props {
  readonly task: TaskView;
  /** Who asks. */
  readonly from: string;
  readonly link?: { readonly address: string; readonly expiresAt: string } | undefined;
}

/**
 * One task on one sheet of A4, to be filled in by hand, signed and stamped, for an agency that answers on paper. Holds
 * what is asked and nothing of the person.
 */
export function TaskPaper({ task, from, link }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="paper" aria-hidden="true">
      <p className="paper-row">
        <span>{from}</span>
        <strong>{t('paper.case', { code: task.subject.code })}</strong>
      </p>
      <p className="paper-title">{task.title}</p>
      <p>{task.instructions}</p>
      <p>
        <b>{t('paper.to')}</b> {task.agency?.name}&nbsp;· <b>{t('task.source')}:</b> {task.source}
        {task.due !== null && (
          <>
            {'\u00a0· '}
            <b>{t('task.due')}:</b> {momentTold(task.due, t)}
          </>
        )}
      </p>
      <Answer task={task} />
      <div className="paper-sign">
        <p>{t('paper.name')}</p>
        <p>{t('paper.date')}</p>
        <p>{t('paper.stamp')}</p>
      </div>
      {link !== undefined && (
        <p className="paper-link">
          {t('paper.link', { date: dayOfInstant(link.expiresAt) })} <b>{link.address}</b>
          <br />
          {t('paper.code')}
        </p>
      )}
      <p className="paper-link">{t('hotline')}</p>
    </div>
  );
}

function Answer({ task }: { readonly task: TaskView }): ReactNode {
  const { t } = useTranslation();
  const several = task.outcomes.length > 1;
  return (
    <>
      <p className="paper-head">{t('act.outcome')}</p>
      <p className="paper-options">
        {task.outcomes.map(({ id, title }) => (
          <span key={id}>{several ? `☐ ${title}` : title}</span>
        ))}
      </p>
      <Questions task={task} />
      {task.declineReasons.length > 0 && (
        <p className="paper-options">
          <b>☐ {t('act.decline')}:</b>
          {task.declineReasons.map(({ id, title }) => (
            <span key={id}>☐ {title}</span>
          ))}
        </p>
      )}
      <p>
        <b>☐ {t('act.misdirected')}:</b> {t('act.right-agency')} <span className="paper-line" />
      </p>
    </>
  );
}

/** Below each result what it asks; last what all of them ask. */
function Questions({ task }: Pick<Props, 'task'>): ReactNode {
  const { t } = useTranslation();
  const onlyFor = ({ outcomes = [] }: FieldSpec): string =>
    outcomes.length === task.outcomes.length
      ? ''
      : task.outcomes
          .filter(({ id }) => outcomes.includes(id))
          .map(({ title }) => `“${title}”`)
          .join(', ');
  const results = [...new Set(task.form.map(onlyFor))].sort(
    (one, other) => Number(one === '') - Number(other === ''),
  );
  return results.map((result) => (
    <Fragment key={result}>
      {(result !== '' || results.length > 1) && (
        <p className="paper-head">{result === '' ? t('paper.always') : t('paper.if', { result })}</p>
      )}
      {task.form
        .filter((question) => onlyFor(question) === result)
        .map((question) => (
          <PaperQuestion key={question.id} question={question} />
        ))}
    </Fragment>
  ));
}
