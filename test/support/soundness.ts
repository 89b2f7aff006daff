import { verify } from '../../scripts/verify/verify.js';
import type { CaseWorld } from './case-world.js';

/** The invariants of record and engine, expected of the cases of one world. */
export interface Soundness {
  /** Of those that changed since the last time: after each test, so that the one which breaks them is the one that fails. */
  ofChanged(): Promise<void>;
  /** Of all records, after the last test: a row may have been broken beside its case's events. */
  ofRecords(): Promise<void>;
}

/** A case costs about 40 ms, most of it the engine's: all of them after each test would cost as much as the tests. */
export function soundnessOf({ test: { database }, temporal: { client } }: CaseWorld): Soundness {
  const seen = new Map<string, number>();
  return {
    async ofChanged() {
      const versions = await database.caseEvent.groupBy({ by: ['caseId'], _max: { version: true } });
      const now = versions.map(({ caseId, _max }) => [caseId, _max.version ?? 0] as const);
      const changed = new Set(now.filter(([id, version]) => seen.get(id) !== version).map(([id]) => id));
      for (const [id, version] of now) seen.set(id, version);
      if (changed.size === 0) return;
      const { findings } = await verify(database, client, (id) => changed.has(id));
      expect(findings).toEqual([]);
    },
    async ofRecords() {
      const { findings } = await verify(database);
      expect(findings).toEqual([]);
    },
  };
}
