import type { FieldAnswer } from '../../domain/case/case-state.js';
import { derivedUuid, type AgencyId } from '../../domain/ids.js';
import type { FormField } from '../../domain/procedure/procedure.js';
import type { Instant } from '../../domain/time/instant.js';
import { addDays, dateOf } from '../../domain/time/plain-date.js';
import type { Chance } from './chance.js';

interface Answering {
  readonly chance: Chance;
  readonly now: Instant;
  /** The answer tells of what has happened. */
  readonly isPast: boolean;
  /** How readily this person says yes, out of 6. */
  readonly readiness: number;
  /** The one agency there is. */
  readonly agencyId: AgencyId;
}

/** An answer that the form takes. */
export function answerByChance(
  field: FormField,
  { chance, now, isPast, readiness, agencyId }: Answering,
): FieldAnswer {
  const options = Object.keys(field.options ?? {});
  switch (field.type) {
    case 'text':
      return { textId: derivedUuid('text') };
    case 'place':
      return { placeRevision: derivedUuid('place') };
    case 'agency':
      return agencyId;
    case 'choice':
      return chance.oneOf(options);
    case 'choices':
      return [chance.oneOf(options)];
    case 'date':
      return addDays(dateOf(now), field.ago !== undefined ? -40 : isPast ? 0 : chance.whole(15));
    case 'instant':
      return now;
    case 'boolean':
      return chance.whole(6) < readiness;
    case 'number':
      return chance.whole(100);
  }
}
