import { groundedCommands, type Procedure, type Step } from '../procedure/procedure.js';
import { refuse, type Refusal } from '../refusal.js';

/** A command that gives its reason, or may give one; only the code is judged. */
export interface Reasoned {
  readonly type: string;
  readonly ground?: { readonly code: string } | undefined;
}

/**
 * Why this reason is none that the command may give: a code that no list holds could be anything, even a name. An
 * extension has the grounds of its step, every other command those of the procedure.
 */
export function unlawfulGround(
  { type, ground }: Reasoned,
  procedure: Procedure,
  step?: Step,
): Refusal | undefined {
  if (ground === undefined) return undefined;
  const allowed = lawfulGrounds(type, procedure, step);
  if (allowed === undefined) return refuse('extension-not-allowed', { about: step?.id ?? type });
  return allowed.includes(ground.code)
    ? undefined
    : refuse('field-invalid', { about: 'ground.code', allowed });
}

function lawfulGrounds(type: string, procedure: Procedure, step?: Step): readonly string[] | undefined {
  const command = groundedCommands.find((each) => each === type);
  if (command !== undefined) return procedure.groundsFor[command];
  return step?.extension && Object.keys(step.extension.grounds);
}
