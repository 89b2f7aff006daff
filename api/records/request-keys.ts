import type { Database } from '../../prisma/client.js';
import type { PlaceToKeep } from './case-places.js';
import { sealedColumns, type TextToKeep } from './sealed-texts.js';
import type { Vault } from './vault.js';

export interface KeyedRequest {
  readonly key: string;
  readonly userId: string;
  /** Method and path with its ids. */
  readonly route: string;
  readonly body: unknown;
}

/** What a request brings along that must be stored apart before the engine hears of it. */
export interface Brought {
  /** null only where nothing is brought along. */
  readonly caseId: string | null;
  /** A new case: one that is there already is left as it is. */
  readonly opens: boolean;
  readonly texts: readonly TextToKeep[];
  readonly places: readonly PlaceToKeep[];
}

const nothing: Brought = { caseId: null, opens: false, texts: [], places: [] };

/** `reused`: the key belongs to another request. `case-exists`: it would open a case that is there already. */
export type Kept = 'first' | 'repeated' | 'reused' | 'case-exists';

interface KeptRow {
  readonly same: boolean;
  readonly first: boolean;
  readonly exists: boolean;
}

/** Idempotency keys, kept before the engine is asked. */
export const requestKeys = (database: Database, vault: Vault) => ({
  /**
   * Key, sealed texts and places in one statement: none of them is there without the others. Keeping the same request
   * again is the same; a key that was used for another request brings nothing along.
   */
  keep: async (request: KeyedRequest, brought: Brought = nothing): Promise<Kept> => {
    const { caseId, opens, texts, places } = brought;
    const { key, userId, route } = request;
    const bodyHash = vault.hash('request-body', canonicalJson(request.body));
    const [row] = await database.$queryRaw<KeptRow[]>`/* keep-request */
      with kept as (
        insert into request_key (key, user_id, route, body_hash) values (${key}::uuid, ${userId}::uuid, ${route}, ${bodyHash})
        on conflict (key) do update set key = excluded.key
        returning user_id = ${userId}::uuid and route = ${route} and body_hash = ${bodyHash} as same, xmax = 0 as first
      ), judged as (
        select same, first, ${opens}::boolean and first
          and exists (select from case_row where id = ${caseId}::uuid) as exists
        from kept
      ), texts as (
        insert into sealed_text (id, case_id, kind, key_id, nonce, ciphertext, created_by)
        select id, ${caseId}::uuid, kind, key_id, decode(nonce, 'base64'), decode(ciphertext, 'base64'), ${userId}::uuid
        from judged cross join jsonb_to_recordset(${JSON.stringify(texts.map((text) => sealedColumns(text, vault)))}::jsonb)
          as row (id uuid, kind text, key_id text, nonce text, ciphertext text)
        where same and not exists
        on conflict do nothing
      ), places as (
        insert into case_place (revision, case_id, kind, place_code)
        select revision, ${caseId}::uuid, kind, place_code
        from judged cross join jsonb_to_recordset(${JSON.stringify(places.map(placeColumns))}::jsonb)
          as row (revision uuid, kind text, place_code text)
        where same and not exists
        on conflict do nothing
      )
      select same, first, exists from judged`;
    if (row?.same !== true) return 'reused';
    if (row.exists) return 'case-exists';
    return row.first ? 'first' : 'repeated';
  },

  /** Nothing came of a request that brought nothing along: sent again it is the first. */
  forget: async ({ key, userId, route }: KeyedRequest): Promise<void> => {
    await database.requestKey.deleteMany({ where: { key, userId, route } });
  },

  /** Is all that a request brought still there, these fields of the person's record included? */
  areKept: async ({ caseId, texts, places }: Brought, personFields: readonly string[]): Promise<boolean> => {
    const [row] = await database.$queryRaw<{ all: boolean }[]>`/* are-kept */
      select
        (select count(*) from sealed_text where id = any(${texts.map(({ id }) => id)}::uuid[])) = ${texts.length}
        and (select count(*) from case_place where revision = any(${places.map(({ revision }) => revision)}::uuid[]))
          = ${places.length}
        and (select count(*) from person_field where case_id = ${caseId}::uuid and field = any(${personFields}))
          = ${personFields.length} as all`;
    return row?.all === true;
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

const placeColumns = ({ revision, kind, placeCode }: PlaceToKeep) => ({
  revision,
  kind,
  place_code: placeCode,
});

/** The same value gives the same text, whatever the order of its keys. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === undefined) return 'null';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`).join(',')}}`;
}
