import { z } from 'zod';
import { phases } from '../../domain/procedure/procedure.js';
import { NamedAgency, placeCode } from './directory.js';
import { pageOf } from './page.js';
import { sealed, uuid } from './text.js';

/** A name or a telephone number is needed; a birth year only makes a match surer. */
export const PersonSearch = z
  .strictObject({
    fullName: sealed(200).optional(),
    birthYear: z.number().int().min(1900).max(2100).optional(),
    phone: sealed(40).optional(),
    /** Only cases of this province. */
    province: placeCode.optional(),
  })
  .meta({ id: 'PersonSearch' });
export type PersonSearch = z.output<typeof PersonSearch>;

export const matchKinds = ['name', 'phone', 'birthYear'] as const;

/** Somebody who may be the same person. Of a case that is not mine: whom to ask, and nothing else. */
export const PossibleMatch = z
  .strictObject({
    mine: z.boolean(),
    agency: NamedAgency,
    matched: z.array(z.enum(matchKinds)),
    caseId: uuid.optional(),
    code: z.string().optional(),
    phase: z.enum(phases).optional(),
    status: z.enum(['open', 'closed', 'parked']).optional(),
    openedAt: z.string().optional(),
  })
  .meta({ id: 'PossibleMatch' });
export type PossibleMatch = z.output<typeof PossibleMatch>;
export const PossibleMatches = pageOf(PossibleMatch);
