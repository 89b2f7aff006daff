import type { Database } from '../../prisma/client.js';

/** An answer to where something lies: the engine knows the revision, only this table knows the commune. */
export interface PlaceToKeep {
  readonly revision: string;
  readonly kind: string;
  readonly placeCode: string;
}

export const casePlaces = (database: Database) => ({
  /** Takes back what came with a command that was refused, unless that command was accepted at another time. */
  drop: async (places: readonly PlaceToKeep[], commandId: string): Promise<void> => {
    if (places.length === 0) return;
    await database.$executeRaw`
      delete from case_place where revision = any(${places.map(({ revision }) => revision)}::uuid[])
        and not exists (select from command where command.id = ${commandId}::uuid)`;
  },
});
export type CasePlaces = ReturnType<typeof casePlaces>;
