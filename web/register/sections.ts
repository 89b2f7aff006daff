import type { TFunction } from 'i18next';
import type { ProcedureSummary } from '../../api/contract/directory.js';
import type { PersonField } from '../../domain/procedure/procedure.js';
import { whenQuestions } from '../acts/questions.js';
import { registrationConsent } from './consent.js';
import { exclusionQuestions } from './exclusions.js';
import type { Entered, Question } from '../forms/question.js';
import { readDay } from '../time/date-entry.js';
import { nowAhead } from '../time/deadline-words.js';
import { personKeys } from '../words/coded-words.js';

export const sectionIds = ['source', 'person', 'events', 'needs'] as const;
export type SectionId = (typeof sectionIds)[number];

export interface Asking {
  readonly t: TFunction;
  readonly procedure: ProcedureSummary;
  readonly entered: Entered;
  /** Is this person one who may train with rehearsals? */
  readonly trains: 'yes' | 'no';
  /** All that there are: a rehearsal may follow a former one. */
  readonly procedures: readonly ProcedureSummary[];
}

/** Questions about facts and about the person are marked, so that the body can be put together from the answers. */
export const factMark = 'fact:';
export const personMark = 'person:';

const sections = {
  source: ({ t, procedure, procedures, entered, trains }) => [
    {
      id: 'channel',
      title: t('channel'),
      type: 'choice',
      required: true,
      options: [...procedure.channels],
    },
    ...facts(procedure, ['receivedBy']),
    {
      id: 'receivedPlace',
      title: t('register.place'),
      type: 'place',
      required: true,
      help: t('register.place-help'),
      ...receivedOn(entered),
    },
    ...whenQuestions(t, entered).map((question) =>
      question.id === 'when'
        ? { ...question, title: t('register.when'), options: receivedOptions(t) }
        : question,
    ),
    ...exclusionQuestions({ t, procedure, entered }),
    { id: 'urgent', title: t('register.urgent'), type: 'boolean', required: true },
    ...(trains === 'yes'
      ? [
          {
            id: 'rehearsal',
            title: t('register.rehearsal'),
            type: 'boolean' as const,
            required: true,
            help: t('register.rehearsal-help'),
          },
        ]
      : []),
    ...(trains === 'yes' && entered['rehearsal'] === 'true'
      ? [
          {
            id: 'procedure',
            title: t('register.procedure'),
            type: 'choice' as const,
            required: true,
            help: t('register.procedure-help'),
            options: procedures.map(({ ref, title }) => ({ id: ref, title })),
          },
        ]
      : []),
  ],
  person: ({ t, procedure }) => [
    ...person(t, ['fullName'], t('register.name-help')),
    ...person(t, ['otherNames']),
    ...person(t, ['birthDate'], t('register.birth-help')),
    ...facts(procedure, ['sex', 'isMinor', 'ageUncertain', 'nationalityClaimed', 'ethnicity']),
    ...person(t, ['phone', 'safeContact', 'address', 'idNumber', 'language']),
  ],
  events: ({ t, procedure }) => [
    ...facts(procedure, ['exploitation', 'destination']),
    ...person(t, ['story'], t('register.story-help')),
  ],
  needs: ({ t, procedure, entered }) => [
    ...facts(procedure, [
      'seriousHarm',
      'needsEssentials',
      'needsInterpreter',
      'wantsShelter',
      'wantsMedical',
      'wantsPsychological',
      'wantsLegalAid',
      'wantsGoHome',
      'reportsCrime',
    ]),
    ...registrationConsent({ t, entered, factMark }),
  ],
} satisfies Record<SectionId, (asking: Asking) => readonly Question[]>;

/** The questions of one section, as far as the procedure knows their facts. */
export const questionsOf = (section: SectionId, asking: Asking): readonly Question[] =>
  sections[section](asking);

/** A place is looked for as of the day of receipt: many were merged since. */
function receivedOn(entered: Entered): { readonly on?: string } {
  const typed = entered['when'] === 'earlier' ? entered['occurredAt'] : undefined;
  const on = typeof typed === 'string' ? readDay(typed, nowAhead()) : undefined;
  return on === undefined ? {} : { on };
}

const receivedOptions = (t: TFunction) => [
  { id: 'now', title: t('register.when-now') },
  { id: 'earlier', title: t('register.when-earlier') },
];

const longTexts: readonly PersonField[] = ['story'];

const person = (t: TFunction, fields: readonly PersonField[], help?: string): readonly Question[] =>
  fields.map((field) => ({
    id: `${personMark}${field}`,
    title: t(personKeys[field]),
    type: longTexts.includes(field) ? ('text' as const) : ('line' as const),
    required: false,
    ...(help === undefined ? {} : { help }),
  }));

function facts(procedure: ProcedureSummary, ids: readonly string[]): readonly Question[] {
  return ids.flatMap((id) => {
    const fact = procedure.facts.find((each) => each.id === id);
    if (fact === undefined || !fact.recordable) return [];
    const type = fact.values === undefined ? 'boolean' : 'choice';
    return [
      {
        id: `${factMark}${id}`,
        title: fact.title,
        type,
        required: false,
        options: fact.values ?? [],
      } as const,
    ];
  });
}
