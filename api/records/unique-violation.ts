import { Prisma } from '../../prisma/client.js';

/** PostgreSQL's code for a second row where only one may be. */
const uniqueViolation = '23505';

/** Did the database refuse because such a row is there already? P2002 comes from models, 23505 from hand-written SQL. */
export function isUniqueViolation(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError) return error.code === 'P2002';
  return error instanceof Error && 'code' in error && error.code === uniqueViolation;
}
