import type { CaseView } from '../../api/contract/case.js';
import type { TaskView } from '../../api/contract/task.js';
import { byNearness } from '../../web/case/steps-near.js';

type Phase = CaseView['phase'];

const locked = (phase: Phase, stepId: string = phase): CaseView['locked'][number] => ({
  stepId,
  title: stepId,
  phase,
  because: '',
});

/** As much of a task as tells how far a case came in a phase. */
const task = (phase: Phase, status: TaskView['status']): TaskView =>
  ({ phase, status, stepId: 'any' }) as TaskView;

const near = (phase: Phase, steps: readonly Phase[], tasks: TaskView[] = []) => {
  const seen = { phase, status: 'open', tasks, tasksSeen: 'all' } as const;
  const found = byNearness({ ...seen, locked: steps.map((each) => locked(each)) });
  const phases = (of: CaseView['locked']): readonly string[] => of.map((step) => step.phase);
  return { near: phases(found.near), later: phases(found.later), behind: phases(found.behind) };
};

describe('steps that are not open yet', () => {
  it('of the present phase and of the next one that has any come first', () => {
    expect(near('verification', ['receipt', 'verification', 'shelter', 'return'])).toEqual({
      near: ['verification', 'shelter'],
      later: ['return'],
      behind: ['receipt'],
    });
  });

  it('are not expected any more in a phase that the case has left behind', () => {
    expect(near('follow-up', ['receipt'])).toEqual({ near: [], later: [], behind: ['receipt'] });
  });

  it('are not expected either where a later phase was gone through already', () => {
    const home = [task('return', 'completed'), task('support', 'offered')];
    expect(near('support', ['return', 'follow-up'], home)).toEqual({
      near: ['follow-up'],
      later: [],
      behind: ['return'],
    });
    const onTheWay = [task('return', 'completed'), task('return', 'offered')];
    expect(near('support', ['return'], onTheWay).near).toEqual(['return']);
  });
});
