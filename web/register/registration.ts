import type { z } from 'zod';
import type { RegisterCase as RegisterCaseShape } from '../../api/contract/case.js';
import type { Instant } from '../../domain/time/instant.js';
import { given } from '../acts/plan.js';
import type { Answers } from '../forms/question.js';
import { channels } from '../words/coded-words.js';
import { birthOf } from './birth.js';
import { consentsOf } from './consent.js';
import { exclusionsOf } from './exclusions.js';
import { factMark, personMark } from './sections.js';

export type Registration = z.input<typeof RegisterCaseShape>;

/** The body of `POST /cases` from the answers of all sections; what was not answered is left out. */
export function registrationOf(answers: Answers, now: Instant): Registration {
  const facts = marked(answers, factMark);
  const person = personOf(marked(answers, personMark), now);
  const exclusions = exclusionsOf(answers);
  const consents = consentsOf(answers);
  const occurred = answers['occurredAt'];
  const place = answers['receivedPlace'];
  return {
    channel: channels.find((channel) => channel === answers['channel']) ?? 'self-report',
    receivedAt: typeof occurred === 'string' ? occurred : now,
    receivedPlace: typeof place === 'string' ? place : '',
    ...(Object.keys(facts).length === 0 ? {} : { facts: simple(facts) }),
    ...(Object.keys(person).length === 0 ? {} : { person }),
    ...(exclusions.length === 0 ? {} : { exclusions }),
    ...(consents.length === 0 ? {} : { consents: [...consents] }),
    ...(answers['urgent'] === true ? { urgent: true } : {}),
    ...(answers['rehearsal'] === true
      ? { rehearsal: true, ...given(answers, 'procedure', 'procedure') }
      : {}),
  };
}

const marked = (answers: Answers, mark: string): Answers =>
  Object.fromEntries(
    Object.entries(answers)
      .filter(([id]) => id.startsWith(mark))
      .map(([id, value]) => [id.slice(mark.length), value]),
  );

const simple = (answers: Answers): Record<string, string | number | boolean> =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([id, value]) =>
      typeof value === 'object' ? [] : [[id, value] as const],
    ),
  );

function personOf(answers: Answers, now: Instant): Record<string, string> {
  const texts = Object.entries(answers).flatMap(([id, value]) =>
    typeof value === 'string' ? [[id, value] as const] : [],
  );
  return Object.fromEntries(
    texts.map(([id, value]) => [id, id === 'birthDate' ? birthOf(value, now) : value]),
  );
}
