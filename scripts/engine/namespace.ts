import { setTimeout as pause } from 'node:timers/promises';
import { Connection, isGrpcServiceError } from '@temporalio/client';
import type { ConnectionOptions } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { reasonOf } from '../embedded/start-problem.js';

// gRPC's numbers for its answers; its package is not a dependency of ours.
const grpcCode: Readonly<Record<'alreadyExists' | 'notFound', number>> = { alreadyExists: 6, notFound: 5 };

/**
 * Waits until the server answers, registers the namespace when it is missing (closed runs are kept 30 days) and
 * returns when workflows can be used in it. Throws the last trouble when that takes longer than `patience` (ms).
 */
export async function ensureNamespace(
  options: ConnectionOptions,
  namespace: string,
  patience = 60_000,
): Promise<void> {
  const end = performance.now() + patience;
  for (;;) {
    try {
      await registerAndUse(options, namespace);
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
      await pause(100);
    }
  }
}

async function registerAndUse(options: ConnectionOptions, namespace: string): Promise<void> {
  const connection = await Connection.connect({ ...options, connectTimeout: '2s' });
  try {
    await connection.withDeadline(Date.now() + 5_000, async () => {
      await register(connection, namespace);
      await useOnce(connection, namespace);
    });
  } finally {
    await connection.close();
  }
}

/** Asked first: the server lets its database find out that a name is taken, which fills the database's log. */
async function isRegistered(connection: Connection, namespace: string): Promise<boolean> {
  try {
    await connection.workflowService.describeNamespace({ namespace });
    return true;
  } catch (error) {
    if (answered(error, grpcCode.notFound)) return false;
    throw error;
  }
}

async function register(connection: Connection, namespace: string): Promise<void> {
  if (await isRegistered(connection, namespace)) return;
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: msToTs('30 days'),
    });
  } catch (error) {
    if (!answered(error, grpcCode.alreadyExists)) throw error;
  }
}

/**
 * The services learn of a new namespace one after the other. Asking for a run that cannot exist goes through all
 * of them; "no such run" is the answer of a namespace in use, "no such namespace" of one that is not yet.
 */
async function useOnce(connection: Connection, namespace: string): Promise<void> {
  const execution = { workflowId: 'loive-probe' };
  await connection.workflowService.listOpenWorkflowExecutions({ namespace, maximumPageSize: 1 });
  try {
    await connection.workflowService.describeWorkflowExecution({ namespace, execution });
  } catch (error) {
    const known = answered(error, grpcCode.notFound);
    if (!known || /namespace/i.test(reasonOf(error))) throw error;
  }
}

function answered(error: unknown, code: number): boolean {
  if (!isGrpcServiceError(error)) return false;
  const found: number = error.code;
  return found === code;
}
