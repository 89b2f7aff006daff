import { ImportProblem } from './import-problem.js';

const unreachable = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOENT'];
const refused = ['28000', '28P01'];
const stopping = ['57P01', '57P02', '57P03', 'ECONNRESET', 'EPIPE'];

/** What a failure of the database means to the person who imports; undefined for failures that need a developer. */
export function databaseSentence(error: unknown, databaseUrl: string): ImportProblem | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const { host, pathname } = new URL(databaseUrl);
  const where = `${host}${pathname}`;
  if (unreachable.includes(code) || /connection timeout|timeout exceeded/i.test(error.message)) {
    return new ImportProblem(
      `No PostgreSQL answers at ${where}: start the system with npm start, or check DATABASE_URL.`,
    );
  }
  if (code === '3D000') return new ImportProblem(`There is no database ${where}: run npm run migrate first.`);
  if (code === '42P01' || code === '42703') {
    return new ImportProblem(`The database ${where} is not up to date: run npm run migrate first.`);
  }
  if (refused.includes(code))
    return new ImportProblem(`PostgreSQL at ${where} refuses this user: check DATABASE_URL.`);
  if (stopping.includes(code) || error.message.startsWith('Connection terminated')) {
    return new ImportProblem(
      `PostgreSQL at ${where} ended the connection. What was reported as written is in; run the same command again for the rest.`,
    );
  }
  return undefined;
}
