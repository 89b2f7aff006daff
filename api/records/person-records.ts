import type { Viewer } from '../../domain/access/viewer.js';
import { personFields, type PersonField } from '../../domain/procedure/procedure.js';
import type { Database, Transaction } from '../../prisma/client.js';
import type { PersonChange, PersonInput } from '../contract/person.js';
import type { SealedValue } from '../contract/text.js';
import { indexRows, kindOfField } from './person-index.js';
import type { Vault } from './vault.js';

type OpenedPerson = Partial<Record<PersonField, string>>;

const at = (caseId: string, field: string) => ({ table: 'person_field', row: caseId, column: field });

/** Identifying facts, sealed field by field. Every read leaves an audit row before it leaves a byte. */
export const personRecords = (database: Database, vault: Vault) => ({
  /** At registration. May run twice: fields that are kept already stay as they are. */
  keep: async (caseId: string, person: PersonInput): Promise<void> => {
    const index = given(person).flatMap(([field, value]) =>
      indexRows(vault, caseId, [field, value.reveal()]),
    );
    const data = given(person).map(([field, value]) => ({
      caseId,
      field,
      ...vault.seal(value.reveal(), at(caseId, field)),
    }));
    if (data.length > 0)
      await database.$transaction([
        database.personField.createMany({ data, skipDuplicates: true }),
        database.personIndex.createMany({ data: index, skipDuplicates: true }),
      ]);
  },

  /** Takes back the record of a registration that was refused. */
  drop: async (caseId: string): Promise<void> => {
    await database.$executeRaw`
      with index as (
        delete from person_index where case_id = ${caseId}::uuid
          and not exists (select from command where command.id = ${caseId}::uuid)
          and not exists (select from case_event where case_event.case_id = ${caseId}::uuid)
      )
      delete from person_field where case_id = ${caseId}::uuid
        and not exists (select from command where command.id = ${caseId}::uuid)
        and not exists (select from case_event where case_event.case_id = ${caseId}::uuid)`;
  },

  open: (caseId: string, reading: PersonReading): Promise<OpenedPerson> =>
    database.$transaction(async (transaction) => {
      await audit(transaction, caseId, { ...reading, action: 'read-person' });
      const rows = await transaction.personField.findMany({
        where: { caseId, field: { in: [...reading.fields] } },
      });
      return Object.fromEntries(rows.map((row) => [row.field, vault.open(row, at(caseId, row.field))]));
    }),

  /** null erases a field. */
  change: (caseId: string, change: PersonChange, reading: Omit<PersonReading, 'fields'>): Promise<void> =>
    database.$transaction(async (transaction) => {
      const fields = personFields.filter((field) => change[field] !== undefined);
      await audit(transaction, caseId, { ...reading, fields, action: 'change-person' });
      const erased = personFields.filter((field) => change[field] === null);
      await transaction.personField.deleteMany({ where: { caseId, field: { in: erased } } });
      await transaction.personIndex.deleteMany({
        where: { caseId, kind: { in: fields.flatMap((field) => kindOfField(field) ?? []) } },
      });
      for (const [field, value] of given(change)) {
        const sealed = vault.seal(value.reveal(), at(caseId, field));
        await transaction.personField.upsert({
          where: { caseId_field: { caseId, field } },
          create: { caseId, field, ...sealed },
          update: { ...sealed, updatedAt: reading.now },
        });
        await transaction.personIndex.createMany({ data: indexRows(vault, caseId, [field, value.reveal()]) });
      }
    }),
});
export type PersonRecords = ReturnType<typeof personRecords>;

export interface PersonReading {
  readonly viewer: Viewer;
  readonly purpose: string;
  readonly now: string;
  readonly fields: readonly PersonField[];
}

/** The fields of which something is told. */
export const givenFields = (person: PersonInput): readonly PersonField[] =>
  given(person).map(([field]) => field);

function given(person: PersonInput | PersonChange): [PersonField, SealedValue][] {
  return personFields.flatMap((field): [PersonField, SealedValue][] => {
    const value = person[field];
    return value === undefined || value === null ? [] : [[field, value]];
  });
}

async function audit(
  transaction: Transaction,
  caseId: string,
  reading: PersonReading & { readonly action: string },
): Promise<void> {
  await transaction.audit.create({
    data: {
      at: reading.now,
      actorKind: 'user',
      userId: reading.viewer.userId,
      agencyId: reading.viewer.agencyId,
      action: reading.action,
      caseId,
      subjectId: caseId,
      purpose: reading.purpose,
      fields: [...reading.fields],
    },
  });
}
