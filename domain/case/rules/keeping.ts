import { isRealFact } from '../../procedure/fact.js';
import { refuse, type Refusal } from '../../refusal.js';
import { openTasks } from '../case-state.js';
import { happening, stateOf, type Draft, type Stamp } from '../draft.js';
import { dateOf } from '../../time/plain-date.js';
import { impossibleFacts, refusedDay } from '../possible-days.js';
import { unlawfulGround } from '../lawful-ground.js';
import type { ConsentTerms } from '../consent.js';
import { termsProblem } from '../consent-standing.js';
import { recordableFacts } from '../recordable-facts.js';
import { consentRecorded } from './consenting.js';
import { caseSubject, type CaseSubject, type Rule } from '../rule.js';
import { exclusionOnly } from '../fold-exclusion.js';
import { lawfulClosings, openMandatory } from '../step-memory.js';
import { routedAnew } from './handing-over.js';
import type { CommandOf } from '../commands.js';
import type { Exclusion } from '../case-state.js';

/** What concerns the case as a whole: facts, places, exclusions, notes, closing, reopening. */
export const keepingRules = {
  'record-fact': {
    about: 'case',
    may: ['coordinator', 'recorder'],
    during: ['open'],
    decide: ({ command: { data }, subject, draft, stamp }) => {
      const allowed = recordableFacts(subject.state, stamp.actor);
      if (!allowed.includes(data.fact)) return refuse('fact-not-allowed', { about: data.fact, allowed });
      return (
        factProblem(subject, data.fact, data.value) ??
        happening(draft, stamp, { type: 'fact-recorded', data })
      );
    },
  },
  'record-place': {
    about: 'case',
    may: ['coordinator'],
    during: ['open'],
    decide: ({ command: { data }, draft, stamp }) =>
      happening(draft, stamp, { type: 'place-recorded', data }),
  },
  exclude: {
    about: 'case',
    may: ['coordinator', 'supervisor'],
    during: ['open'],
    decide: ({ command: { data }, draft, stamp }) => {
      const noted = happening(draft, stamp, { type: 'excluded', data });
      return takenFrom(noted, data.exclusion, stamp);
    },
  },
  'lift-exclusion': {
    about: 'case',
    may: ['coordinator', 'supervisor'],
    during: ['open'],
    decide: ({ command: { data }, subject, draft, stamp }) => {
      const standing = subject.state.exclusions.find(({ id }) => id === data.exclusionId);
      if (standing === undefined) return refuse('unknown-exclusion');
      const lifted = happening(draft, stamp, {
        type: 'exclusion-lifted',
        data: { exclusion: exclusionOnly(standing), ground: data.ground },
      });
      return 'agencyId' in standing ? routedAnew(lifted, stamp, 'exclusion-lifted') : lifted;
    },
  },
  'add-note': {
    about: 'case',
    may: ['coordinator', 'supervisor', 'past-holder'],
    during: ['open', 'closed', 'parked'],
    decide: ({ command: { data }, draft, stamp }) => happening(draft, stamp, { type: 'note-added', data }),
  },
  'close-case': {
    about: 'case',
    may: ['coordinator'],
    during: ['open'],
    possible: ({ state, procedure }, { now }) => {
      if (lawfulClosings(procedure, state, now).length === 0)
        return refuse('wrong-state', { about: 'no-closing-holds' });
      const open = openMandatory(procedure, state);
      return open.length === 0 ? undefined : refuse('mandatory-steps-open', { allowed: open });
    },
    decide: ({ command: { data }, subject, draft, stamp }) => {
      const lawful = lawfulClosings(subject.procedure, subject.state, stamp.now);
      if (!lawful.includes(data.outcome))
        return refuse('unknown-outcome', { about: data.outcome, allowed: lawful });
      const recalled = openTasks(subject.state).reduce(
        (next, { id }) =>
          happening(next, stamp, {
            type: 'task-recalled',
            data: { taskId: id, ground: { code: 'case-closed' } },
          }),
        draft,
      );
      return happening(recalled, stamp, { type: 'case-closed', data });
    },
  },
  'reopen-case': {
    about: 'case',
    may: ['coordinator'],
    during: ['closed'],
    decide: ({ command: { data }, draft, stamp }) => happening(draft, stamp, { type: 'case-reopened', data }),
  },
  'unpark-case': {
    about: 'case',
    may: ['administrator'],
    during: ['parked'],
    decide: ({ command: { data }, draft, stamp }) => happening(draft, stamp, { type: 'case-unparked', data }),
  },
} satisfies {
  [
    Type in
      | 'record-fact'
      | 'record-place'
      | 'exclude'
      | 'lift-exclusion'
      | 'add-note'
      | 'close-case'
      | 'reopen-case'
      | 'unpark-case'
  ]: Rule<Type>;
};

/** May this fact be recorded directly, with this value? */
export function factProblem({ procedure }: CaseSubject, fact: string, value: unknown): Refusal | undefined {
  const definition = procedure.facts[fact];
  const recordable = Object.keys(procedure.facts).filter((id) => procedure.facts[id]?.recordable === true);
  if (definition?.recordable !== true)
    return refuse('fact-not-allowed', { about: fact, allowed: recordable });
  if (isRealFact(definition, value)) return undefined;
  const allowed = definition.type === 'boolean' ? ['true', 'false'] : Object.keys(definition.values ?? {});
  return refuse('field-invalid', { about: fact, ...(allowed.length === 0 ? {} : { allowed }) });
}

/** What an excluded agency holds is handed to another at once. */
function takenFrom(draft: Draft, exclusion: Exclusion, stamp: Stamp): Draft {
  if (!('agencyId' in exclusion)) return draft;
  return openTasks(stateOf(draft))
    .filter((task) => task.agencyId === exclusion.agencyId)
    .reduce(
      (next, { id }) =>
        happening(next, stamp, {
          type: 'task-reassigned',
          data: { taskId: id, agencyId: null, ground: { code: 'agency-excluded' } },
        }),
      draft,
    );
}

/** The first command of a case: its facts must be ones that an officer may record. */
export function openCase(command: CommandOf<'open-case'>, stamp: Stamp): Draft | Refusal {
  const { exclusions, consents = [], receivedAt, ...data } = command.data;
  const opened = happening({ state: undefined, events: [] }, stamp, {
    type: 'case-opened',
    data,
    at: receivedAt,
  });
  const subject = caseSubject(stateOf(opened));
  for (const { fact, value } of data.facts) {
    const problem = factProblem(subject, fact, value) ?? tooEarly(subject, fact);
    if (problem !== undefined) return problem;
  }
  const [day] = impossibleFacts(data.facts, {
    procedure: subject.procedure,
    today: dateOf(stamp.now),
    receivedOn: dateOf(stamp.occurredAt),
  });
  if (day !== undefined) return refusedDay(day);
  for (const { ground } of exclusions) {
    const unlawful = unlawfulGround({ type: 'exclude', ground }, subject.procedure);
    if (unlawful !== undefined) return unlawful;
  }
  const excluding = exclusions.reduce(
    (next, each) => happening(next, stamp, { type: 'excluded', data: each, at: receivedAt }),
    opened,
  );
  return consenting(excluding, consents, stamp);
}

/** What the person agreed to when they were received; who is excluded from the beginning is told nothing by it. */
function consenting(draft: Draft, consents: readonly ConsentTerms[], stamp: Stamp): Draft | Refusal {
  const state = stateOf(draft);
  for (const [index, terms] of consents.entries()) {
    const problem = termsProblem(terms, state, dateOf(stamp.occurredAt));
    if (problem !== undefined)
      return { ...problem, about: `consents.${String(index)}.${problem.about ?? ''}` };
  }
  return consents.reduce((next, terms, ordinal) => consentRecorded(next, stamp, { terms, ordinal }), draft);
}

function tooEarly({ procedure: { facts } }: CaseSubject, fact: string): Refusal | undefined {
  if (facts[fact]?.afterOpening !== true) return undefined;
  const allowed = Object.keys(facts).filter(
    (id) => facts[id]?.recordable === true && facts[id].afterOpening !== true,
  );
  return refuse('fact-not-allowed', { about: fact, allowed });
}
