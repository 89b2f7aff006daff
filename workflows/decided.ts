import type { CaseState } from '../domain/case/case-state.js';
import type { CaseCommand } from '../domain/case/commands.js';
import { decide, type Decision } from '../domain/case/decide.js';
import type { Moment } from '../domain/case/draft.js';
import type { Refusal } from '../domain/refusal.js';
import { brokenFailure, nameOf, type Broken } from './entry.js';

/** What the rules answer. Anything else is a bug of ours: told to the caller at once, it does not freeze the case. */
export function decided(
  state: CaseState | undefined,
  command: CaseCommand,
  moment: Moment,
): Decision | Refusal {
  try {
    return decide(state, command, moment);
  } catch (error) {
    throw brokenFailure(error);
  }
}

/** The same for a command that was accepted before: its caller is told by its entry. */
export function decidedOrBroken(
  state: CaseState | undefined,
  command: CaseCommand,
  moment: Moment,
): Decision | Refusal | Broken {
  try {
    return decide(state, command, moment);
  } catch (error) {
    return { broken: nameOf(error) };
  }
}
