import type { CaseState } from '../domain/case/case-state.js';
import type { AgencyId } from '../domain/ids.js';
import { dateOf } from '../domain/time/plain-date.js';
import type { Statements } from '../prisma/client.js';

/**
 * The number that people use, such as `HN-2026-000042`: province, year of receipt, running number. Rehearsals count
 * for themselves (`HN-2026-T00007`), so that a training case is never taken for a real one.
 */
export async function nextCaseCode(
  statements: Statements,
  state: CaseState,
  coordinator: AgencyId | null,
): Promise<string> {
  const year = dateOf(state.openedAt).slice(0, 4);
  const [counter] = await statements.$queryRaw<{ prefix: string; last: number }[]>`/* next-case-code */
    insert into case_code_counter (prefix, last)
    select coalesce((select split_part(code, '-', 1) from agency where id = ${coordinator}::uuid), 'VN')
      || ${`-${year}-${state.rehearsal ? 'T' : ''}`}, 1
    on conflict (prefix) do update set last = case_code_counter.last + 1
    returning prefix, last`;
  if (counter === undefined) throw new Error('the counter of case numbers gave none');
  return `${counter.prefix}${String(counter.last).padStart(state.rehearsal ? 5 : 6, '0')}`;
}
