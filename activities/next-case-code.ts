import type { CaseState } from '../domain/case/case-state.js';
import type { AgencyId } from '../domain/ids.js';
import { dateOf } from '../domain/time/plain-date.js';
import type { Transaction } from '../prisma/client.js';

/**
 * The number that people use, such as `HN-2026-000042`: province, year of receipt, running number. Rehearsals count
 * for themselves (`HN-2026-T00007`), so that a training case is never taken for a real one.
 */
export async function nextCaseCode(
  transaction: Transaction,
  state: CaseState,
  coordinator: AgencyId | null,
): Promise<string> {
  const province = await provincePrefix(transaction, coordinator);
  const year = dateOf(state.openedAt).slice(0, 4);
  const prefix = `${province}-${year}-${state.rehearsal ? 'T' : ''}`;
  const [counter] = await transaction.$queryRaw<{ last: number }[]>`
    insert into case_code_counter (prefix, last) values (${prefix}, 1)
    on conflict (prefix) do update set last = case_code_counter.last + 1
    returning last`;
  return `${prefix}${String(counter?.last ?? 1).padStart(state.rehearsal ? 5 : 6, '0')}`;
}

async function provincePrefix(transaction: Transaction, coordinator: AgencyId | null): Promise<string> {
  if (coordinator === null) return 'VN';
  const agency = await transaction.agency.findUnique({ where: { id: coordinator }, select: { code: true } });
  return agency?.code.split('-')[0] ?? 'VN';
}
