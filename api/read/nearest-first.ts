import { plainDate } from '../../domain/time/plain-date.js';
import type { Database } from '../../prisma/client.js';
import { distancesFrom } from '../../prisma/find-agency.js';
import { readNames } from './names.js';

interface From {
  /** The revision of a case's place; without one the rows stay as they are. */
  readonly near?: string | undefined;
  readonly on: string;
}

/** Agencies that answer for the place, the nearest first, then those of its province, then all others. */
export async function nearestFirst<Row extends { readonly id: string }>(
  database: Database,
  rows: readonly Row[],
  { near, on }: From,
): Promise<readonly Row[]> {
  if (near === undefined) return rows;
  const names = await readNames(database, { agencies: [], accounts: [], places: [near] });
  const place = names.place(near);
  if (place === undefined) return rows;
  const distances = await distancesFrom(database, { placeCode: place.code, on: plainDate(on) });
  const distance = ({ id }: Row): number => distances.get(id) ?? Number.MAX_SAFE_INTEGER;
  return [...rows].sort((one, other) => distance(one) - distance(other));
}
