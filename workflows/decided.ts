import type { CaseState } from '../domain/case/case-state.js';
import type { CaseCommand } from '../domain/case/commands.js';
import { decide, type Decision } from '../domain/case/decide.js';
import type { Moment } from '../domain/case/draft.js';
import type { CommandId } from '../domain/ids.js';
import { isRefusal, type Refusal } from '../domain/refusal.js';
import type { Instant } from '../domain/time/instant.js';
import { brokenFailure, nameOf, type Broken } from './entry.js';

interface Agreed {
  readonly to: CommandId;
  readonly on: CaseState | undefined;
  readonly at: Instant;
  readonly decision: Decision;
}

/**
 * The rules, asked once where the handler asks again what its validator was just told. A replay asks no validator; the
 * rules are pure, so its handler hears the same.
 */
export class AskedRules {
  private agreed: Agreed | undefined;

  decide(state: CaseState | undefined, command: CaseCommand, moment: Moment): Decision | Refusal {
    const { agreed } = this;
    this.agreed = undefined;
    if (agreed?.to === command.id && agreed.on === state && agreed.at === moment.now) return agreed.decision;
    const answer = decided(state, command, moment);
    if (!isRefusal(answer)) this.agreed = { to: command.id, on: state, at: moment.now, decision: answer };
    return answer;
  }
}

/** What the rules answer. Anything else is a bug of ours: told to the caller at once, it does not freeze the case. */
function decided(state: CaseState | undefined, command: CaseCommand, moment: Moment): Decision | Refusal {
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
