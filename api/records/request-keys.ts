import type { Database } from '../../prisma/client.js';
import type { Vault } from './vault.js';

export interface KeyedRequest {
  readonly key: string;
  readonly userId: string;
  /** Method and path with its ids. */
  readonly route: string;
  readonly body: unknown;
}

/** Idempotency keys, kept before the engine is asked. */
export const requestKeys = (database: Database, vault: Vault) => ({
  /** `reused`: the key belongs to another request. Keeping the same request again is the same. */
  keep: async (request: KeyedRequest): Promise<'first' | 'repeated' | 'reused'> => {
    const { key, userId, route } = request;
    const bodyHash = vault.hash('request-body', canonicalJson(request.body));
    const [row] = await database.$queryRaw<{ same: boolean; first: boolean }[]>`
      insert into request_key (key, user_id, route, body_hash) values (${key}::uuid, ${userId}::uuid, ${route}, ${bodyHash})
      on conflict (key) do update set key = excluded.key
      returning user_id = ${userId}::uuid and route = ${route} and body_hash = ${bodyHash} as same, xmax = 0 as first`;
    if (row?.same !== true) return 'reused';
    return row.first ? 'first' : 'repeated';
  },

  /** Was this very request sent before? */
  isRepeated: async ({ key, userId, route, body }: KeyedRequest): Promise<boolean> => {
    const row = await database.requestKey.findUnique({ where: { key } });
    return (
      row?.userId === userId &&
      row.route === route &&
      row.bodyHash === vault.hash('request-body', canonicalJson(body))
    );
  },
});
export type RequestKeys = ReturnType<typeof requestKeys>;

/** The same value gives the same text, whatever the order of its keys. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === undefined) return 'null';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`).join(',')}}`;
}
