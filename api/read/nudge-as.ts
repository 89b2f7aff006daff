import type { NudgeAs } from '../contract/task.js';
import type { KnownAgency } from './names.js';

/** Bodies that a support authority may ask, never urge. */
const ownLine: readonly string[] = ['police', 'border', 'procuracy', 'court'];

const ranks: Readonly<Record<string, number>> = { commune: 1, district: 2, province: 3, nation: 4 };
const rankOf = (agency: KnownAgency | undefined): number => ranks[agency?.level ?? ''] ?? 0;

/** Whoever stands above the holder urges it; the police, their like, equals and superiors are asked to answer. */
export function nudgeAs(holder: KnownAgency, asker: KnownAgency | undefined): NudgeAs {
  if (asker !== undefined && (asker.id === holder.id || asker.id === holder.superiorId)) return 'urge';
  if (ownLine.includes(holder.sector)) return 'request';
  return asker !== undefined && rankOf(holder) >= rankOf(asker) ? 'request' : 'urge';
}
