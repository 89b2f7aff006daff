import { unlawfulGround } from '../../domain/case/lawful-ground.js';
import { procedureOf } from '../../domain/procedure/catalogue.js';
import type { Procedure } from '../../domain/procedure/procedure.js';
import type { CommandBody } from '../contract/command.js';
import type { GroundInput } from '../contract/ground.js';
import { pointer, Problem, problemOf } from '../problem.js';
import type { Sight } from '../read/sight.js';

/** Before anything is stored or sent on: a ground that is in no list may hold a name. */
export function checkGround(body: CommandBody, { state }: Sight): void {
  if (!('ground' in body)) return;
  const procedure = procedureOf(state.procedure);
  const task = 'taskId' in body ? state.tasks[body.taskId] : undefined;
  const step = task === undefined ? undefined : procedure.steps[task.stepId];
  const refusal = unlawfulGround(body, procedure, step);
  if (refusal !== undefined) throw problemOf(refusal);
}

/** The same for who must take no part from the beginning. */
export function checkExclusionGrounds(
  exclusions: readonly { readonly ground: GroundInput }[],
  procedure: Procedure,
): void {
  for (const [index, { ground }] of exclusions.entries()) {
    const refusal = unlawfulGround({ type: 'exclude', ground }, procedure);
    if (refusal === undefined) continue;
    const where = pointer('exclusions', index, 'ground', 'code');
    throw new Problem('field-invalid', {
      findings: [{ pointer: where, code: 'not-listed' }],
      ...(refusal.allowed === undefined ? {} : { allowed: refusal.allowed }),
    });
  }
}
