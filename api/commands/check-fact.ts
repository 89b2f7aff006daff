import { isRealFact } from '../../domain/procedure/fact.js';
import { procedureOf } from '../../domain/procedure/catalogue.js';
import type { CommandBody } from '../contract/command.js';
import { fieldProblem } from '../problem.js';
import type { Sight } from '../read/sight.js';
import { unfitAnswer } from './unfit-answer.js';

/** A value that the fact never has is told with those that it may have. Which facts may be recorded, the rules say. */
export function checkFact(body: CommandBody, { state }: Sight): void {
  if (body.type !== 'record-fact') return;
  const { facts } = procedureOf(state.procedure);
  const fact = Object.hasOwn(facts, body.fact) ? facts[body.fact] : undefined;
  if (fact === undefined || !fact.recordable || isRealFact(fact, body.value)) return;
  throw fieldProblem(unfitAnswer('/value', { type: fact.type, options: fact.values }));
}
