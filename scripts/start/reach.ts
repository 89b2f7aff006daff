import { Connection, type ConnectionOptions } from '@temporalio/client';
import { Client } from 'pg';
import type { Config } from '../../config.js';
import { StartProblem, reasonOf } from '../embedded/start-problem.js';
import { ensureNamespace } from '../engine/namespace.js';

export function temporalConnection({ address, tls, apiKey }: Config['temporal']): ConnectionOptions {
  return { address, ...(tls && { tls }), ...(apiKey !== undefined && { apiKey }) };
}

const oldestPostgres = 15;

/** Throws a StartProblem when the database of DATABASE_URL cannot be used. A database that is missing is made later. */
export async function requireDatabase(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
    const release = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
    if (release < oldestPostgres)
      throw new StartProblem(
        `The PostgreSQL of DATABASE_URL is release ${String(release)} and at least ${String(oldestPostgres)} is needed; upgrade it, or leave DATABASE_URL unset to use the embedded one.`,
      );
  } catch (error) {
    if (isMissingDatabase(error)) return;
    if (error instanceof StartProblem) throw error;
    const { hostname, port, pathname } = new URL(databaseUrl);
    throw new StartProblem(
      `The database of DATABASE_URL (${hostname}:${port || '5432'}${pathname}) cannot be reached (${reasonOf(error)}); start it or correct DATABASE_URL, or leave it unset to use the embedded one.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

function isMissingDatabase(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '3D000';
}

/** Throws a StartProblem when the engine of TEMPORAL_ADDRESS cannot be used. */
export async function requireEngine(temporal: Config['temporal']): Promise<void> {
  const { address, namespace } = temporal;
  const options = temporalConnection(temporal);
  try {
    const connection = await Connection.connect({ ...options, connectTimeout: '5s' });
    await connection.close();
  } catch (error) {
    throw new StartProblem(
      `The Temporal server of TEMPORAL_ADDRESS (${address}) cannot be reached (${reasonOf(error)}); start it or correct TEMPORAL_ADDRESS and its TLS settings, or leave it unset to use the embedded one.`,
    );
  }
  try {
    await ensureNamespace(options, namespace, 15_000);
  } catch (error) {
    throw new StartProblem(
      `The namespace "${namespace}" of the Temporal server ${address} cannot be used (${reasonOf(error)}); have it registered there, or name another one with TEMPORAL_NAMESPACE.`,
    );
  }
}
