import { Prisma } from '../../prisma/client.js';

/** PostgreSQL's code for a second row where only one may be. */
const uniqueViolation = '23505';

/** Did the database refuse because such a row is there already? P2002 comes from models, P2010 from raw SQL. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === 'P2002' || (error.code === 'P2010' && told(error.meta).includes(uniqueViolation));
}

const told = (meta: unknown): string => JSON.stringify(meta ?? null);
