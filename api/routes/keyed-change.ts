import { idempotencyKey } from '../commands/keyed-request.js';
import type { Parts } from '../parts.js';
import { Problem } from '../problem.js';

interface Asking {
  readonly parts: Parts;
  readonly viewer: { readonly userId: string };
  readonly target: string;
  readonly rawBody: unknown;
  readonly headers: { readonly idempotencyKey: string | undefined };
}

/** The key of a change that no case is asked for; `isRepeated`: this very request was sent before. */
export async function keyedChange(
  asked: Asking,
): Promise<{ readonly key: string; readonly isRepeated: boolean }> {
  const key = idempotencyKey(asked.headers.idempotencyKey);
  const request = { key, userId: asked.viewer.userId, route: asked.target, body: asked.rawBody };
  const kept = await asked.parts.records.requestKeys.keep(request);
  if (kept === 'reused') throw new Problem('idempotency-key-reused');
  return { key, isRepeated: kept === 'repeated' };
}
