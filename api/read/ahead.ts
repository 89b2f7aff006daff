import { actorOf } from '../../domain/access/viewer.js';
import { openTasks } from '../../domain/case/case-state.js';
import { comingDuties } from '../../domain/case/coming-duties.js';
import type { Moment } from '../../domain/case/draft.js';
import { lockedClosings, lockedSteps } from '../../domain/case/locked.js';
import { refusedActs, type RefusedAct } from '../../domain/case/permitted.js';
import { procedureOf } from '../../domain/procedure/catalogue.js';
import { message, type MessageKey } from '../../messages/message.js';
import type { CaseView } from '../contract/case.js';
import { becauseOf, clauseOf } from './because.js';
import type { Sight } from './sight.js';
import { stepTitle } from './task-view.js';

/** What does not go yet, and what comes by itself: as far as this reader may know. */
export const aheadOf = (sight: Sight, moment: Moment): Pick<CaseView, 'locked' | 'coming' | 'refused'> => ({
  ...(sight.extent('see-locked') === 'none'
    ? { locked: [], coming: [] }
    : { locked: lockedOf(sight, moment), coming: comingOf(sight, moment) }),
  refused:
    sight.extent('submit-command') === 'none'
      ? []
      : refusedActs(sight.state, actorOf(sight.viewer), moment).map((act) => refusedView(act, sight, moment)),
});

function lockedOf({ state, language }: Sight, moment: Moment): CaseView['locked'] {
  const procedure = procedureOf(state.procedure);
  return lockedSteps(state, moment).map(({ stepId, phase, unmet }) => ({
    stepId,
    title: stepTitle(procedure, stepId, language),
    phase,
    ...whyNot(unmet, { procedure, language, opening: 'because.opens' }),
  }));
}

/** In one sentence, and as an outline where that is long. */
function whyNot(
  ...asked: Parameters<typeof becauseOf>
): Pick<CaseView['locked'][number], 'because' | 'waits'> {
  const waits = clauseOf(...asked);
  return { because: becauseOf(...asked), ...(waits === undefined ? {} : { waits }) };
}

function comingOf({ state, language }: Sight, { now }: Moment): CaseView['coming'] {
  const { roles } = procedureOf(state.procedure);
  return comingDuties(state, now).map(({ step, opensAt }) => ({
    stepId: step.id,
    title: step.title[language],
    role: roles[step.role]?.title[language] ?? step.role,
    opensAt,
  }));
}

type RefusedView = CaseView['refused'][number];

function refusedView({ type, refusal }: RefusedAct, sight: Sight, moment: Moment): RefusedView {
  const { refused: code, about, allowed = [] } = refusal;
  const told: MessageKey =
    about === 'no-closing-holds' ? 'refused.no-closing-holds' : `problem.${code}.detail`;
  return {
    type,
    code,
    because: message(sight.language, told),
    waitsFor: about === 'no-closing-holds' ? closingsOf(sight, moment) : openOf(allowed, sight),
  };
}

/** Every way in which the case may end, and what it waits for. */
function closingsOf({ state, language }: Sight, moment: Moment): RefusedView['waitsFor'] {
  const procedure = procedureOf(state.procedure);
  return lockedClosings(state, moment).map(({ outcome, unmet }) => ({
    title: procedure.closings[outcome]?.title[language] ?? outcome,
    ...whyNot(unmet, { procedure, language, opening: 'because.closes' }),
  }));
}

/** The open tasks of the steps that hold it up. */
const openOf = (stepIds: readonly string[], { state, language }: Sight): RefusedView['waitsFor'] =>
  openTasks(state)
    .filter(({ stepId }) => stepIds.includes(stepId))
    .map(({ id, stepId }) => ({
      title: stepTitle(procedureOf(state.procedure), stepId, language),
      taskId: id,
    }));
