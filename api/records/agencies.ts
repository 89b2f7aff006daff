import { z } from 'zod';
import { agencyLevels, type ChangeAgency, type CreateAgency } from '../contract/admin-agency.js';
import { dayText } from '../contract/text.js';
import { fieldProblem, Problem } from '../problem.js';
import type { Database, Transaction } from '../../prisma/client.js';
import { noteAct, type Administering } from './administration-audit.js';
import { checkAgency, type WholeAgency } from './agency-checks.js';
import { isUniqueViolation } from './unique-violation.js';

/** The directory as administrators keep it. What is changed here decides where the next task goes. */
export const agencies = (database: Database) => ({
  /** `false`: this id was used already. */
  create: async (id: string, { code, ...fields }: CreateAgency, by: Administering): Promise<boolean> => {
    try {
      await database.$transaction(async (transaction) => {
        await checkAgency(transaction, { id, ...fields });
        const { roles, areas, ...row } = fields;
        await transaction.agency.create({ data: { id, code, ...row } });
        await writeLists(transaction, { id, roles, areas });
        await noteAct(
          transaction,
          { action: 'create-agency', subjectId: id, fields: ['code', ...Object.keys(fields)] },
          by,
        );
      });
      return true;
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      if ((await database.agency.count({ where: { id } })) > 0) return false;
      throw fieldProblem({ pointer: '/code', code: 'code-taken' });
    }
  },

  /** Throws `not-found` and what does not fit. */
  change: (id: string, change: ChangeAgency, by: Administering): Promise<void> =>
    database.$transaction(async (transaction) => {
      // One at a time, so that what was checked is what is written.
      await transaction.$queryRaw`select id from agency where id = ${id}::uuid for update`;
      const before = await transaction.agency.findUnique({
        where: { id },
        include: { roles: true, areas: true },
      });
      if (before === null) throw new Problem('not-found');
      const whole = { ...wholeOf(before), ...change };
      await checkAgency(transaction, whole);
      const { roles, areas, ...row } = whole;
      await transaction.agency.update({ where: { id }, data: row });
      await writeLists(transaction, { id, roles, areas });
      await noteAct(transaction, { action: 'change-agency', subjectId: id, fields: Object.keys(change) }, by);
    }),
});
export type Agencies = ReturnType<typeof agencies>;

type Stored = NonNullable<Awaited<ReturnType<Database['agency']['findUnique']>>> & {
  readonly roles: readonly { readonly role: string }[];
  readonly areas: readonly { readonly placeCode: string }[];
};

const Level = z.enum(agencyLevels);
const Day = dayText.nullable();

const wholeOf = (row: Stored): WholeAgency => ({
  id: row.id,
  nameVi: row.nameVi,
  nameEn: row.nameEn,
  level: Level.parse(row.level),
  sector: row.sector,
  roles: row.roles.map(({ role }) => role),
  areas: row.areas.map(({ placeCode }) => placeCode),
  validFrom: Day.parse(row.validFrom),
  validTo: Day.parse(row.validTo),
  superiorId: row.superiorId,
  successorId: row.successorId,
  capacity: row.capacity,
  masked: row.masked,
});

async function writeLists(
  transaction: Transaction,
  { id, roles, areas }: Pick<WholeAgency, 'id' | 'roles' | 'areas'>,
): Promise<void> {
  await transaction.agencyRole.deleteMany({ where: { agencyId: id } });
  await transaction.agencyRole.createMany({ data: roles.map((role) => ({ agencyId: id, role })) });
  await transaction.agencyArea.deleteMany({ where: { agencyId: id } });
  await transaction.agencyArea.createMany({ data: areas.map((placeCode) => ({ agencyId: id, placeCode })) });
}
