import { mayDo } from '../../domain/access/policy.js';
import { Prisma, type Database } from '../../prisma/client.js';
import { PossibleMatch, type PersonSearch } from '../contract/person-search.js';
import { caseScope } from '../read/case-list.js';
import { excludedCases } from '../read/excluded-cases.js';
import { readNames, shownAgency } from '../read/names.js';
import type { Reader } from '../read/sight.js';
import { birthYearHash, nameHash, phoneHash } from './person-index.js';
import type { Vault } from './vault.js';

const mostLookedAt = 200;
const mostShown = 20;

interface Row {
  readonly id: string;
  readonly code: string;
  readonly phase: string;
  readonly status: string;
  readonly opened_at: Date;
  readonly agency_id: string | null;
  readonly by_name: boolean;
  readonly by_phone: boolean;
  readonly mine: boolean;
  readonly years: string[];
}

/**
 * Finds who may be the same person, by keyed hashes: no sealed value is opened. The audit row names the fields that
 * were asked by. Cases from which the reader is excluded are never among them.
 */
export const personSearch = (database: Database, vault: Vault) => ({
  find: async (wish: PersonSearch, reader: Reader): Promise<PossibleMatch[]> => {
    const excluded = await excludedCases(database, reader.viewer);
    const rows = await database.$transaction(async (transaction) => {
      const { userId, agencyId } = reader.viewer;
      const fields = Object.keys(wish).sort();
      await transaction.audit.create({
        data: { at: reader.now, actorKind: 'user', userId, agencyId, action: 'search-person', fields },
      });
      return transaction.$queryRaw<Row[]>(searchSql(vault, wish, { reader, excluded }));
    });
    const matches = rows
      .map((row) => ({ row, matched: matchedBy(vault, wish, row) }))
      .sort((one, other) => other.matched.length - one.matched.length)
      .slice(0, mostShown);
    const names = await readNames(database, {
      agencies: matches.map(({ row }) => row.agency_id),
      accounts: [],
    });
    const nameReader = { ...reader, seesMasked: mayDo(reader.viewer, 'see-masked-agencies') };
    return matches.map(({ row, matched }) => ({
      mine: row.mine,
      agency: shownAgency(names.agency(row.agency_id), nameReader),
      matched,
      ...(row.mine ? ofMine(row) : {}),
    }));
  },
});
export type PersonSearches = ReturnType<typeof personSearch>;

interface Restriction {
  readonly reader: Reader;
  readonly excluded: readonly string[];
}

function searchSql(vault: Vault, wish: PersonSearch, { reader, excluded }: Restriction): Prisma.Sql {
  const ways: Prisma.Sql[] = [];
  if (wish.fullName !== undefined)
    ways.push(
      Prisma.sql`(kind in ('name', 'other-name') and hash = ${nameHash(vault, wish.fullName.reveal())})`,
    );
  if (wish.phone !== undefined)
    ways.push(Prisma.sql`(kind = 'phone' and hash = ${phoneHash(vault, wish.phone.reveal())})`);
  const within =
    wish.province === undefined ? Prisma.sql`true` : Prisma.sql`cases.province = ${wish.province}`;
  return Prisma.sql`
    with found as (
      select case_id, bool_or(kind <> 'phone') as by_name, bool_or(kind = 'phone') as by_phone
      from person_index where ${Prisma.join(ways, ' or ')} group by case_id
    )
    select cases.id, cases.code, cases.phase, cases.status, cases.opened_at, found.by_name, found.by_phone,
      cases.coordinating_agency_id as agency_id, ${caseScope(reader.viewer)} as mine,
      array(select hash from person_index where case_id = cases.id and kind = 'birth-year') as years
    from found join case_row cases on cases.id = found.case_id
    where not cases.rehearsal and cases.id <> all(${[...excluded]}::uuid[]) and ${within}
    order by found.by_phone desc, found.by_name desc, cases.opened_at desc, cases.id limit ${mostLookedAt}`;
}

function matchedBy(vault: Vault, { birthYear }: PersonSearch, row: Row): PossibleMatch['matched'] {
  const sameYear =
    birthYear !== undefined && row.years.includes(birthYearHash(vault, row.id, String(birthYear)));
  return [
    ...(row.by_name ? (['name'] as const) : []),
    ...(row.by_phone ? (['phone'] as const) : []),
    ...(sameYear ? (['birthYear'] as const) : []),
  ];
}

const { phase: Phase, status: Status } = PossibleMatch.shape;

const ofMine = (row: Row): Partial<PossibleMatch> => ({
  caseId: row.id,
  code: row.code,
  phase: Phase.parse(row.phase),
  status: Status.parse(row.status),
  openedAt: row.opened_at.toISOString(),
});
