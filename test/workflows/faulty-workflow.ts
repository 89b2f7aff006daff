import { openTasks, type CaseState } from '../../domain/case/case-state.js';
import { stateOf, type Draft } from '../../domain/case/draft.js';
import { rules } from '../../domain/case/rules.js';
import { vn2025 } from '../../domain/procedure/vn-2025/index.js';
import { caseWorkflow } from '../../workflows/case.workflow.js';

/**
 * The case's workflow with three bugs in its rules. One throws on a note to a case whose tasks are all with their
 * agencies: a note that comes while a save is under way meets it only when it is decided anew, long after its
 * validator let it through. Another throws at whatever the clock brings. The third throws when a child is in danger and
 * the case must tell when to wake for it.
 */
const faulty = rules as unknown as Record<
  'add-note' | 'pass-time',
  { decide: (asked: { draft: Draft }) => unknown }
>;

const { decide: noted } = faulty['add-note'];
faulty['add-note'] = {
  ...faulty['add-note'],
  decide: (asked) => {
    if (isEverythingRouted(stateOf(asked.draft))) throw new TypeError('a bug that strikes late');
    return noted(asked);
  },
};
faulty['pass-time'] = {
  ...faulty['pass-time'],
  decide: () => {
    throw new TypeError('a bug that strikes by itself');
  },
};

Object.defineProperty(vn2025.ladders, 'hours', {
  get: () => {
    throw new TypeError('a bug that strikes when the case must tell when to wake');
  },
});

const isEverythingRouted = (state: CaseState): boolean =>
  openTasks(state).length > 1 && openTasks(state).every(({ wantsRouting }) => !wantsRouting);

export { caseWorkflow };
