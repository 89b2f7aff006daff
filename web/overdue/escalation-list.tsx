import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EscalationView } from '../../api/contract/escalation.js';
import { ActForm } from '../acts/act-form.js';
import { acknowledgePlan } from '../acts/acknowledge-plan.js';
import { FoldedForm } from '../acts/folded-form.js';
import { momentTold } from '../time/deadline-cell.js';
import { momentWords } from '../time/display.js';
import { dueOfInstant } from '../time/due-of-instant.js';
import { escalationActionKeys } from '../words/coded-words.js';

/** Reports to superiors, grouped by the task they are about: the highest level of each stands first. */
export function EscalationList({
  escalations,
}: {
  readonly escalations: readonly EscalationView[];
}): ReactNode {
  const tasks = [...new Set(escalations.map(({ taskId }) => taskId))];
  return (
    <ul className="escalations">
      {tasks.map((taskId) => (
        <TaskEscalations
          key={taskId}
          escalations={escalations
            .filter((each) => each.taskId === taskId)
            .sort((one, other) => other.level - one.level)}
        />
      ))}
    </ul>
  );
}

function TaskEscalations({ escalations }: { readonly escalations: readonly EscalationView[] }): ReactNode {
  const { t } = useTranslation();
  const [highest, ...lower] = escalations;
  if (highest === undefined) return null;
  return (
    <li className="card stack">
      <div>
        <h3>
          <Link to="/tasks/$taskId" params={{ taskId: highest.taskId }}>
            {highest.taskTitle}
          </Link>
          &nbsp;·{' '}
          <Link to="/cases/$caseId" params={{ caseId: highest.subject.id }} className="code">
            {highest.subject.code}
          </Link>
        </h3>
        <p>
          {highest.holder ?? t('task.no-agency')}
          {highest.dueAt !== undefined && (
            <>&nbsp;· {t('overdue.was-due', { at: dueTold(highest.dueAt, highest, t) })}</>
          )}
          {highest.taskEndedAt !== undefined && (
            <>&nbsp;· {t('overdue.ended', { at: momentWords(highest.taskEndedAt) })}</>
          )}
        </p>
      </div>
      <Escalation escalation={highest} />
      {lower.length > 0 && (
        <details>
          <summary>{t('overdue.lower', { count: lower.length })}</summary>
          {lower.map((each) => (
            <Escalation key={each.id} escalation={each} />
          ))}
        </details>
      )}
    </li>
  );
}

/** Our own target is never told as law. */
const dueTold = (
  at: string,
  { serviceLevel = false }: Pick<EscalationView, 'serviceLevel'>,
  t: TFunction,
): string => momentTold({ ...dueOfInstant(at), serviceLevel }, t);

function Escalation({ escalation }: { readonly escalation: EscalationView }): ReactNode {
  const { t } = useTranslation();
  const [answered, setAnswered] = useState(false);
  const level = ([1, 2, 3] as const).find((each) => each === escalation.level) ?? 1;
  return (
    <div>
      <p>
        <strong>{t(`overdue.to-${level}`)}</strong>&nbsp;· {momentWords(escalation.raisedAt)}
      </p>
      {escalation.cause !== undefined && (
        <p>
          {t('overdue.returned-twice', { arbiter: escalation.to.name ?? t('task.some-superior') })}{' '}
          <Link to="/tasks/$taskId" params={{ taskId: escalation.taskId }}>
            {t('overdue.decide-whose')}
          </Link>
        </p>
      )}
      {escalation.acknowledgedAt !== undefined ? (
        <ActedUpon escalation={escalation} />
      ) : answered ? (
        <p role="status">{t('overdue.answered')}</p>
      ) : (
        <FoldedForm title={t('overdue.answer')} name={escalation.id}>
          <ActForm
            name={escalation.id}
            plan={acknowledgePlan(t, escalation.id)}
            caseId={escalation.subject.id}
            version={escalation.caseVersion}
            onDone={() => {
              setAnswered(true);
            }}
          />
        </FoldedForm>
      )}
    </div>
  );
}

/** Who acted upon it, what they did, and until when that holds. */
function ActedUpon({ escalation }: { readonly escalation: EscalationView }): ReactNode {
  const { t } = useTranslation();
  const { acknowledgedAt, acknowledgedBy, action, until } = escalation;
  const told = [
    ...(acknowledgedAt === undefined ? [] : [t('overdue.acted-at', { at: momentWords(acknowledgedAt) })]),
    ...(acknowledgedBy === undefined ? [] : [acknowledgedBy]),
    ...(action === undefined ? [] : [t(escalationActionKeys[action])]),
    ...(until === undefined ? [] : [t('overdue.until', { at: momentWords(until) })]),
  ];
  return <p>{told.join('\u00a0· ')}</p>;
}
