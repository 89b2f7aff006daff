import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import type * as Engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import { Pool } from 'pg';

const schemaFile = join(__dirname, 'schema.prisma');
const migrationsDirectory = join(__dirname, 'migrations');

export const noFilters: Engine.SchemaFilter = { externalTables: [], externalEnums: [] };

/** Lends Prisma's own schema engine, as WebAssembly from npm (no binary is downloaded), on one database. */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  work: (engine: Engine.SchemaEngine) => Promise<T>,
): Promise<T> {
  // A pool of our own: the engine locks the database until its connection closes, and does not close it by itself.
  const pool = new Pool({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  pool.on('error', () => undefined);
  try {
    return await lend(runningScriptsWhole(new PrismaPg(pool)), work);
  } finally {
    await pool.end();
  }
}

/** Lends the engine without a database: it can compare two schemas, nothing else. */
export async function withSchemaComparison<T>(work: (engine: Engine.SchemaEngine) => Promise<T>): Promise<T> {
  const connect = () => Promise.resolve(serverOnPaper);
  return lend(
    { provider: 'postgres', adapterName: 'no-database', connect, connectToShadowDb: connect },
    work,
  );
}

/** `schema.prisma` as the engine wants it. */
export function schemaOnDisk(): Engine.SchemaContainer {
  return { path: schemaFile, content: readFileSync(schemaFile, 'utf8') };
}

/** Names of the migrations in the repository, oldest first. */
export function migrationNames(): string[] {
  return readdirSync(migrationsDirectory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The SQL of one migration. */
export function sqlOf(migration: string): string {
  return readFileSync(join(migrationsDirectory, migration, 'migration.sql'), 'utf8');
}

/** The migrations in the repository as the engine wants them. */
export function migrationsOnDisk(): Engine.MigrationList {
  return {
    baseDir: migrationsDirectory,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames().map((name) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sqlOf(name) } },
    })),
  };
}

// The engine asks one question before it compares two texts: does schema `public` exist, and on which version?
const serverOnPaper: SqlDriverAdapter = {
  provider: 'postgres',
  adapterName: 'no-database',
  queryRaw: () =>
    Promise.resolve({
      columnNames: ['exists', 'version', 'numeric_version'],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, 'PostgreSQL 18.0', 180000]],
    }),
  executeRaw: () => Promise.reject(new Error('There is no database here.')),
  executeScript: () => Promise.reject(new Error('There is no database here.')),
  startTransaction: () => Promise.reject(new Error('There is no database here.')),
  dispose: () => Promise.resolve(),
};

/**
 * The adapter cuts a script at every semicolon, also at those in comments and function bodies. Sent whole, PostgreSQL
 * cuts it itself and runs it as one transaction.
 */
function runningScriptsWhole(factory: PrismaPg): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    async connect() {
      const adapter = await factory.connect();
      adapter.executeScript = async (sql) => {
        await adapter.executeRaw({ sql, args: [], argTypes: [] });
      };
      return adapter;
    },
  };
}

async function lend<T>(
  factory: SqlMigrationAwareDriverAdapterFactory,
  work: (engine: Engine.SchemaEngine) => Promise<T>,
): Promise<T> {
  const { path, content } = schemaOnDisk();
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  const engine = await loadEngine().SchemaEngine.new(
    { datamodels: [[path, content]] },
    () => undefined,
    adapter,
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
  }
}

let loaded: typeof Engine | undefined;

// The package's entry imports its .wasm file as a module, which neither tsx nor Jest can do: instantiated by hand.
function loadEngine(): typeof Engine {
  if (loaded) return loaded;
  const load = createRequire(__filename);
  const gluePath = load.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const glue = load(gluePath) as typeof Engine;
  const bytes = readFileSync(join(dirname(gluePath), 'schema_engine_bg.wasm'));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
    './schema_engine_bg.js': withoutLingeringTimers(glue),
  });
  glue.__wbg_set_wasm(exports);
  exports['__wbindgen_start']?.();
  loaded = glue;
  return glue;
}

/** The engine gives its lock ten seconds and never clears that timer: it would keep a finished process alive. */
function withoutLingeringTimers(glue: typeof Engine): Record<string, unknown> {
  const imports = Object.entries(glue).map(([name, value]): [string, unknown] =>
    name.startsWith('__wbg_setTimeout_')
      ? [name, (run: () => void, milliseconds: number) => setTimeout(run, milliseconds).unref()]
      : [name, value],
  );
  return Object.fromEntries(imports);
}
