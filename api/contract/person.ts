import { z } from 'zod';
import { personFields, type PersonField } from '../../domain/procedure/procedure.js';
import { code, dayText, sealed, uuid, SealedValue } from './text.js';

const birthDate = z
  .union([dayText, z.string().regex(/^(19|20)\d\d$/, 'year')])
  .transform((text) => new SealedValue(text))
  .meta({ type: 'string', 'x-sealed': true, description: 'A day, or a year where only that is known' });

const fields = {
  fullName: sealed(200).optional(),
  otherNames: sealed(400).optional(),
  birthDate: birthDate.optional(),
  phone: sealed(40).optional(),
  address: sealed(500).optional(),
  idNumber: sealed(40).optional(),
  language: sealed(60).optional(),
  safeContact: sealed(500).optional(),
  story: sealed(20_000).optional(),
} satisfies Record<PersonField, z.ZodType>;

export const PersonInput = z.strictObject(fields).meta({ id: 'PersonInput' });
export type PersonInput = z.output<typeof PersonInput>;

/** null erases a field. */
export const PersonChange = z
  .strictObject({
    fullName: fields.fullName.nullable(),
    otherNames: fields.otherNames.nullable(),
    birthDate: fields.birthDate.nullable(),
    phone: fields.phone.nullable(),
    address: fields.address.nullable(),
    idNumber: fields.idNumber.nullable(),
    language: fields.language.nullable(),
    safeContact: fields.safeContact.nullable(),
    story: fields.story.nullable(),
  } satisfies Record<PersonField, z.ZodType>)
  .meta({ id: 'PersonChange' });
export type PersonChange = z.output<typeof PersonChange>;

/** Why a sealed record is opened: kept in the audit beside who and when. */
export const purposes = [
  'handle-task',
  'verify-identity',
  'contact',
  'transport',
  'health',
  'letter',
  'correct-record',
  'audit',
] as const;
export const PersonQuery = z.strictObject({ purpose: z.enum(purposes) });

export const PersonView = z
  .strictObject({
    caseId: uuid,
    /** The fields that this reader's duty needs, as far as they are known. */
    person: z.strictObject({
      fullName: z.string().optional(),
      otherNames: z.string().optional(),
      birthDate: z.string().optional(),
      phone: z.string().optional(),
      address: z.string().optional(),
      idNumber: z.string().optional(),
      language: z.string().optional(),
      safeContact: z.string().optional(),
      story: z.string().optional(),
    } satisfies Record<PersonField, z.ZodType>),
    mayRead: z.array(z.enum(personFields)),
  })
  .meta({ id: 'Person' });
export type PersonView = z.output<typeof PersonView>;

export const TextParams = z.strictObject({ id: uuid, textId: uuid });
export const TextView = z
  .strictObject({ id: uuid, kind: code, text: z.string(), recordedAt: z.string() })
  .meta({ id: 'Text' });
export type TextView = z.output<typeof TextView>;
