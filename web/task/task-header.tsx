import type { ReactNode } from 'react';
import type { TaskView } from '../../api/contract/task.js';
import { Flags } from '../case/flags.js';
import { DeadlineCell } from '../time/deadline-cell.js';

/** What is asked; of which case, in which phase and until when stays in sight, on a phone without the rest. */
export const TaskHeader = ({ task }: { readonly task: TaskView }): ReactNode => (
  <header className="case-header task-header">
    <h1>{task.title}</h1>
    <div className="case-strip">
      <div className="row">
        <span className="code">{task.subject.code}</span>
        <Flags of={task} />
      </div>
      {task.due !== null && <DeadlineCell due={task.due} aheadMs={task.clockAheadMs} />}
    </div>
  </header>
);
