import type { Client } from '@temporalio/client';
import { currentCalendar } from '../../activities/current-calendar.js';
import { caseId } from '../../domain/ids.js';
import type { Database } from '../../prisma/client.js';
import { engineFindings } from './engine-findings.js';
import type { Finding } from './finding.js';
import { recordFindings } from './record-findings.js';

export interface Verification {
  readonly cases: number;
  readonly findings: readonly Finding[];
}

/**
 * Checks the invariants I1 and I3 to I8 of every case. Without a client the engine is left out (I6, and the workflow's
 * part of I5). Asked of some cases only, it passes over the rest. I2 and I9 are properties of a run, checked by the tests that make one.
 */
export async function verify(
  database: Database,
  client?: Client,
  isAsked: (caseId: string) => boolean = () => true,
): Promise<Verification> {
  const calendar = await currentCalendar(database);
  // From every table that knows of cases: one that is lost from one of them must not be passed over.
  const cases = await database.$queryRaw<{ id: string }[]>`
    select case_id::text as id from case_snapshot where version > 0
    union select case_id::text from case_event
    union select id::text from case_row
    order by id`;
  const findings: Finding[] = [];
  const asked = cases.filter(({ id }) => isAsked(id));
  for (const { id } of asked) {
    findings.push(...(await recordFindings(database, caseId(id), calendar)));
    if (client !== undefined) findings.push(...(await engineFindings(database, client, id)));
  }
  return { cases: asked.length, findings };
}
