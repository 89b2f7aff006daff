import { spawnSync } from 'node:child_process';
import { Client, escapeIdentifier } from 'pg';
import { StartProblem, reasonOf } from '../embedded/start-problem.js';
import type { EngineBinaries } from './binaries.js';

export const engineStores = ['temporal', 'visibility'] as const;
export type EngineStore = (typeof engineStores)[number];

/** Where the engine keeps its two databases, taken apart from a connection URL. */
export interface EngineDatabases {
  readonly host: string;
  readonly port: string;
  readonly user: string;
  readonly password: string;
  /** `require` encrypts, `verify-full` also checks the server's name against its certificate. */
  readonly tls: 'off' | 'require' | 'verify-full';
  readonly names: Readonly<Record<EngineStore, string>>;
}

/**
 * The engine's databases beside the one of this URL: `loive` gives `loive_temporal` and `loive_temporal_visibility`,
 * so that two installations on one PostgreSQL stay apart.
 */
export function engineDatabases(databaseUrl: string): EngineDatabases {
  const url = new URL(databaseUrl);
  const name = decodeURIComponent(url.pathname.slice(1));
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port || '5432',
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    tls: tlsOf(url.searchParams.get('sslmode')),
    names: { temporal: `${name}_temporal`, visibility: `${name}_temporal_visibility` },
  };
}

function tlsOf(sslmode: string | null): EngineDatabases['tls'] {
  if (sslmode === 'verify-full') return 'verify-full';
  return sslmode === null || sslmode === 'disable' || sslmode === 'prefer' || sslmode === 'allow'
    ? 'off'
    : 'require';
}

/**
 * Makes the two databases and brings their tables to the release of the server. Does nothing where all is there.
 * Throws a StartProblem when the role of the URL may not create databases or the schema tool fails.
 */
export async function prepareEngineDatabases(databaseUrl: string, binaries: EngineBinaries): Promise<void> {
  const databases = engineDatabases(databaseUrl);
  for (const store of engineStores) {
    await createDatabase(databaseUrl, databases.names[store]);
    if (!(await hasVersionTable(databaseUrl, databases.names[store])))
      runSchemaTool(binaries, databases, store, ['setup-schema', '--version', '0.0']);
    runSchemaTool(binaries, databases, store, ['update-schema', '--schema-name', `postgresql/v12/${store}`]);
  }
}

/** Forgets everything the engine knows; the record in PostgreSQL is untouched. The engine must not be running. */
export async function dropEngineDatabases(databaseUrl: string): Promise<void> {
  for (const name of Object.values(engineDatabases(databaseUrl).names))
    await onDatabase(databaseUrl, 'postgres', async (client) => {
      await client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
    });
}

async function createDatabase(databaseUrl: string, name: string): Promise<void> {
  await onDatabase(databaseUrl, 'postgres', async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${escapeIdentifier(name)}`);
  }).catch((error: unknown) => {
    throw new StartProblem(
      `The engine needs a database "${name}" of its own and it cannot be made (${reasonOf(error)}); let an administrator create it for the role in DATABASE_URL, or set TEMPORAL_ADDRESS.`,
    );
  });
}

async function hasVersionTable(databaseUrl: string, name: string): Promise<boolean> {
  return onDatabase(databaseUrl, name, async (client) => {
    const found = await client.query(`select 1 where to_regclass('schema_version') is not null`);
    return found.rowCount === 1;
  });
}

async function onDatabase<T>(
  databaseUrl: string,
  name: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const url = new URL(databaseUrl);
  url.pathname = `/${encodeURIComponent(name)}`;
  const client = new Client({ connectionString: url.href, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function runSchemaTool(
  binaries: EngineBinaries,
  databases: EngineDatabases,
  ...[store, command]: [EngineStore, readonly string[]]
): void {
  const env = {
    SQL_HOST: databases.host,
    SQL_PORT: databases.port,
    SQL_USER: databases.user,
    SQL_PASSWORD: databases.password,
    SQL_DATABASE: databases.names[store],
    SQL_PLUGIN: 'postgres12_pgx',
    ...(databases.tls !== 'off' && { SQL_TLS: 'true' }),
    ...(databases.tls === 'require' && { SQL_TLS_DISABLE_HOST_VERIFICATION: 'true' }),
  };
  const result = spawnSync(binaries.schemaTool, command, { env, encoding: 'utf8' });
  if (result.status === 0) return;
  const said = result.error?.message ?? (result.stderr + result.stdout).trim().split('\n').at(-1) ?? '';
  throw new StartProblem(
    `The engine's tables in "${databases.names[store]}" could not be brought up to date (${said}); see what PostgreSQL says in its log.`,
  );
}
