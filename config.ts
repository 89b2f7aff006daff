import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { type Environment, note, withSecretFiles } from './config-sources.js';

const whole = (highest: number, what: string) => {
  const message = `must be ${what} from 1 to ${highest}`;
  return z.coerce.number(message).int(message).min(1, message).max(highest, message);
};
const port = (highest: number) => whole(highest, 'a port number');

const onOff = z
  .enum(['on', 'off', 'true', 'false', '1', '0'], 'must be on or off')
  .transform((value) => ['on', 'true', '1'].includes(value));

const file = z.string().refine((path) => existsSync(path), 'names a file that is not there');

/** Every setting there is. The text of `describe` is the row that `npm run config -- --docs` prints. */
const Settings = z.object({
  PORT: port(65_535).default(3000).describe('Port of the web application and API'),
  HOST: z.string().default('127.0.0.1').describe('Address it listens on; 0.0.0.0 in a container'),
  LOIVE_HOME: z.string().default('.loive').describe('Folder of everything an embedded installation keeps'),
  LOIVE_PG_PORT: port(32_767).default(15_432).describe('Port of the embedded PostgreSQL'),
  LOIVE_TEMPORAL_PORT: port(32_700)
    .default(17_233)
    .describe('Port of the embedded Temporal server; it also uses some ports after it'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/[^/]+\/./, 'must look like postgresql://user:password@host:5432/database')
    .optional()
    .describe('PostgreSQL of your own, instead of the embedded one (secret)'),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s/]+:\d+$/, 'must look like host:7233')
    .optional()
    .describe('Temporal server of your own, instead of the embedded one'),
  TEMPORAL_NAMESPACE: z.string().default('default').describe('Namespace on the Temporal server'),
  TEMPORAL_TLS: onOff
    .optional()
    .describe('Talk TLS to Temporal; on by itself when a file or key below is given'),
  TEMPORAL_TLS_CA_FILE: file.optional().describe('Certificate authority of the Temporal server (PEM)'),
  TEMPORAL_TLS_CERT_FILE: file.optional().describe('Client certificate (PEM), together with its key'),
  TEMPORAL_TLS_KEY_FILE: file.optional().describe('Key of the client certificate (PEM)'),
  TEMPORAL_API_KEY: z.string().optional().describe('API key for Temporal Cloud (secret)'),
  LOIVE_KEY: z
    .string()
    .transform((text) => text.split(/\s+/).filter((line) => line !== ''))
    .refine(
      (lines) => lines.length > 0 && lines.every((line) => Buffer.from(line, 'base64').length === 32),
      'must hold 32 random bytes in base64 (`openssl rand -base64 32`), the newest key first',
    )
    .optional()
    .describe('Keys that seal personal data, one a line; the first seals, all open (secret)'),
  LOIVE_DEMO: onOff
    .optional()
    .describe('Demo world and its accounts; default: on with the embedded database, off with your own'),
  LOIVE_SESSION_MINUTES: whole(9_999, 'a number of minutes')
    .default(15)
    .describe('A session ends after so many minutes without a request'),
  LOIVE_METRICS_TOKEN: z
    .string()
    .min(16, 'must have at least 16 characters')
    .optional()
    .describe(
      'Whoever reads /metrics sends it as a bearer token; without it only this machine may read (secret)',
    ),
  LOIVE_WORKER_METRICS: z
    .string()
    .regex(/^[^\s/]+:\d+$/, 'must look like 127.0.0.1:9464')
    .optional()
    .describe('Address at which the worker tells the measures of its Temporal SDK; none without it'),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'must be one of fatal, error, warn, info, debug, trace, silent',
    )
    .default('info')
    .describe('How much is logged'),
});

const secrets = ['DATABASE_URL', 'TEMPORAL_API_KEY', 'LOIVE_KEY', 'LOIVE_METRICS_TOKEN'] as const;

/** A key for sealed data: 32 bytes, and the id that is stored beside everything it seals. */
export interface SealingKey {
  readonly id: string;
  readonly bytes: Uint8Array;
}

export interface TemporalTls {
  readonly serverRootCACertificate?: Buffer;
  readonly clientCertPair?: { readonly crt: Buffer; readonly key: Buffer };
}

/** What every process may know. `databaseUrl` and `temporal.address` are absent where embedded parts are to be started. */
export interface StartConfig {
  readonly port: number;
  readonly host: string;
  /** Absolute path. */
  readonly home: string;
  readonly embedded: { readonly postgresPort: number; readonly temporalPort: number };
  readonly databaseUrl: string | undefined;
  readonly temporal: {
    readonly address: string | undefined;
    readonly namespace: string;
    readonly tls: TemporalTls | undefined;
    readonly apiKey: string | undefined;
  };
  /** Newest first; empty where none was given and `home` holds none (in its file `key`). */
  readonly sealingKeys: readonly SealingKey[];
  readonly demo: boolean;
  readonly sessionMinutes: number;
  readonly metrics: { readonly token: string | undefined; readonly workerAddress: string | undefined };
  readonly logLevel: z.output<typeof Settings>['LOG_LEVEL'];
}

/** What a process needs that talks to both services: worker, API, tools. */
export interface Config extends StartConfig {
  readonly databaseUrl: string;
  readonly temporal: StartConfig['temporal'] & { readonly address: string };
}

/** Everything that is wrong with the settings, one sentence each. */
export class ConfigProblems extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigProblems';
  }
}

/** The settings of `npm start`, which starts itself what is not given. Throws `ConfigProblems`. */
export function readStartConfig(env: Environment): StartConfig {
  return parse(env);
}

/**
 * The settings of a process that uses the services. Where no address is given, the notes that a running `npm start`
 * keeps in its home (`database-url`, `temporal-address`, `key`) are taken. Throws `ConfigProblems`.
 */
export function readConfig(env: Environment): Config {
  const config = parse(env);
  const databaseUrl = config.databaseUrl ?? note(config.home, 'database-url');
  const address = config.temporal.address ?? note(config.home, 'temporal-address');
  if (!databaseUrl || !address) {
    const database = databaseUrl ? [] : [missing('DATABASE_URL', 'PostgreSQL', config.home)];
    const engine = address ? [] : [missing('TEMPORAL_ADDRESS', 'Temporal server', config.home)];
    throw new ConfigProblems([...database, ...engine]);
  }
  return { ...config, databaseUrl, temporal: { ...config.temporal, address } };
}

/** For tools that need nothing but the record. Throws `ConfigProblems`. */
export function readDatabaseUrl(env: Environment): string {
  const config = parse(env);
  const databaseUrl = config.databaseUrl ?? note(config.home, 'database-url');
  if (!databaseUrl) throw new ConfigProblems([missing('DATABASE_URL', 'PostgreSQL', config.home)]);
  return databaseUrl;
}

/** `readConfig` or `readStartConfig` for a `main`: prints all problems at once and ends the process with code 78. */
export function configOrExit<T>(read: (env: Environment) => T): T {
  try {
    return read(process.env);
  } catch (error) {
    if (!(error instanceof ConfigProblems)) throw error;
    for (const problem of error.problems) console.error(problem);
    process.exit(78);
  }
}

/** The rows of the table of settings. */
export function describeSettings(): { names: string[]; fallback: string; meaning: string }[] {
  return Object.entries(Settings.shape).map(([name, schema]) => {
    const fallback = schema.safeParse(undefined);
    return {
      names: secrets.some((secret) => secret === name) ? [name, `${name}_FILE`] : [name],
      fallback: fallback.success && fallback.data !== undefined ? String(fallback.data) : '',
      meaning: schema.description ?? '',
    };
  });
}

function parse(env: Environment): StartConfig {
  const problems: string[] = [];
  const given = withSecretFiles(env, secrets, problems);
  const ownKey = note(given['LOIVE_HOME'] ?? '.loive', 'key');
  if (ownKey) given['LOIVE_KEY'] ??= ownKey;
  const parsed = Settings.safeParse(given);
  for (const issue of parsed.error?.issues ?? []) problems.push(sentence(issue, given));
  const { TEMPORAL_TLS_CERT_FILE: crt, TEMPORAL_TLS_KEY_FILE: key } = given;
  if (Boolean(crt) !== Boolean(key)) {
    problems.push('TEMPORAL_TLS_CERT_FILE and TEMPORAL_TLS_KEY_FILE belong together: give both or neither.');
  }
  if (!parsed.success || problems.length > 0) throw new ConfigProblems(problems);
  return shape(parsed.data);
}

function shape(settings: z.output<typeof Settings>): StartConfig {
  return {
    port: settings.PORT,
    host: settings.HOST,
    home: resolve(settings.LOIVE_HOME),
    embedded: { postgresPort: settings.LOIVE_PG_PORT, temporalPort: settings.LOIVE_TEMPORAL_PORT },
    databaseUrl: settings.DATABASE_URL,
    temporal: {
      address: settings.TEMPORAL_ADDRESS,
      namespace: settings.TEMPORAL_NAMESPACE,
      tls: tlsOf(settings),
      apiKey: settings.TEMPORAL_API_KEY,
    },
    sealingKeys: (settings.LOIVE_KEY ?? []).map(sealingKey),
    demo: settings.LOIVE_DEMO ?? settings.DATABASE_URL === undefined,
    sessionMinutes: settings.LOIVE_SESSION_MINUTES,
    metrics: { token: settings.LOIVE_METRICS_TOKEN, workerAddress: settings.LOIVE_WORKER_METRICS },
    logLevel: settings.LOG_LEVEL,
  };
}

function tlsOf(settings: z.output<typeof Settings>): TemporalTls | undefined {
  const { TEMPORAL_TLS_CA_FILE: ca, TEMPORAL_TLS_CERT_FILE: crt, TEMPORAL_TLS_KEY_FILE: key } = settings;
  const wanted = settings.TEMPORAL_TLS ?? Boolean(ca ?? crt ?? settings.TEMPORAL_API_KEY);
  if (!wanted) return undefined;
  return {
    ...(ca && { serverRootCACertificate: readFileSync(ca) }),
    ...(crt && key && { clientCertPair: { crt: readFileSync(crt), key: readFileSync(key) } }),
  };
}

function sentence(issue: z.core.$ZodIssue, given: Readonly<Record<string, string>>): string {
  const name = String(issue.path[0]);
  const isSecret = secrets.some((secret) => secret === name);
  return `${name} ${issue.message}${isSecret ? '' : `; it is ${JSON.stringify(given[name] ?? '')}`}.`;
}

function sealingKey(base64: string): SealingKey {
  const bytes = Buffer.from(base64, 'base64');
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 12), bytes };
}

function missing(name: string, service: string, home: string): string {
  return `${name} is not set and no embedded ${service} runs in ${home}: start everything with npm start, or set ${name}.`;
}
