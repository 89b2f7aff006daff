import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CaseView } from '../../api/contract/case.js';
import { WhyNot } from '../case/why-not.js';
import { Icon } from '../shell/icon.js';

/** Why something cannot be done yet, and what comes first: tasks to finish, or what must be known. */
export function RefusedAct({ because, waitsFor }: CaseView['refused'][number]): ReactNode {
  return (
    <div className="stack">
      <p>{because}</p>
      <ul className="locked-list">
        {waitsFor.map(({ title, taskId, because: when, waits }) => (
          <li key={taskId ?? title}>
            <Icon name="lock" />
            <div>
              {taskId === undefined ? (
                <strong>{title}</strong>
              ) : (
                <Link to="/tasks/$taskId" params={{ taskId }}>
                  {title}
                </Link>
              )}
              {when !== undefined && <WhyNot because={when} waits={waits} />}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
