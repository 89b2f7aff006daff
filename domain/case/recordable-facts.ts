import { procedureOf } from '../procedure/catalogue.js';
import { openTasks, type CaseState, type Task } from './case-state.js';
import type { Actor } from './events.js';
import { recordsOf, standingsOf } from './standing.js';

/** The facts that this actor may record directly: the coordinator every such fact, an agency those of its open tasks. */
export function recordableFacts(state: CaseState, actor: Actor): readonly string[] {
  if (!standingsOf(actor, state).includes('coordinator'))
    return [...new Set(recordingTasks(state, actor).flatMap((task) => recordsOf(task, state)))];
  return Object.entries(procedureOf(state.procedure).facts)
    .filter(([, { recordable }]) => recordable)
    .map(([id]) => id);
}

/** The open tasks beside which this actor may record facts: their holder, and the coordinator. */
export const recordingTasks = (state: CaseState, actor: Actor): readonly Task[] =>
  openTasks(state).filter((task) => {
    const standings = standingsOf(actor, state, task);
    const mayRecord = standings.includes('holder') || standings.includes('coordinator');
    return mayRecord && recordsOf(task, state).length > 0;
  });
