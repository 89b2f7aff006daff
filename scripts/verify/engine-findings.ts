import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { stateSchema } from '../../domain/case/case-state.js';
import { caseId } from '../../domain/ids.js';
import type { Database } from '../../prisma/client.js';
import { caseWorkflowId, getCase } from '../../workflows/contract.js';
import type { Finding } from './finding.js';

/** A case that moves while it is looked at tells two states; one that stands still does not. */
const looks = 3;
const betweenLooksMs = 200;

/** I6 and I5, as they are found again and again. */
export async function engineFindings(
  database: Database,
  client: Client,
  id: string,
): Promise<readonly Finding[]> {
  for (let look = 1; ; look++) {
    const found = await foundNow(database, client, id);
    if (found.length === 0 || look === looks) return found;
    await pause(betweenLooksMs);
  }
}

/** I6: every open case has a running workflow, no closed one has; I5: the workflow's own state is the record's. */
async function foundNow(database: Database, client: Client, id: string): Promise<readonly Finding[]> {
  const row = await database.caseRow.findUnique({ where: { id }, select: { status: true } });
  if (row === null) return [];
  const running = await isRunning(client, id);
  if (row.status === 'closed')
    return running ? [{ invariant: 'I6', caseId: id, what: 'a closed case has a running workflow' }] : [];
  if (!running) return [{ invariant: 'I6', caseId: id, what: 'an open case has no running workflow' }];
  return stateFindings(database, client, id);
}

async function stateFindings(database: Database, client: Client, id: string): Promise<readonly Finding[]> {
  const look = await client.workflow.getHandle(caseWorkflowId(caseId(id))).query(getCase);
  if (!look.loaded || look.unsaved > 0) return [];
  const snapshot = await database.caseSnapshot.findUnique({ where: { caseId: id } });
  // A snapshot of former code is read by nobody; the next save replaces it.
  if (snapshot !== null && snapshot.schema !== stateSchema) return [];
  const same = snapshot !== null && isDeepStrictEqual(JSON.parse(JSON.stringify(snapshot.state)), look.state);
  return same
    ? []
    : [{ invariant: 'I5', caseId: id, what: 'the workflow and the record tell different states' }];
}

async function isRunning(client: Client, id: string): Promise<boolean> {
  try {
    const { status } = await client.workflow.getHandle(caseWorkflowId(caseId(id))).describe();
    return status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
