import { z } from 'zod';
import type { Viewer } from '../../domain/access/viewer.js';
import type { Instant } from '../../domain/time/instant.js';
import { ResetConfirmed, ResetPage, ResetView, UserParams } from '../contract/admin-user.js';
import { uuid } from '../contract/text.js';
import type { Parts } from '../parts.js';
import { Problem } from '../problem.js';
import { keyedChange } from './keyed-change.js';
import { noBody, nothing, ok, route } from './route.js';

export const adminResetRoutes = [
  route({
    method: 'get',
    path: '/admin/resets',
    summary: 'Resets of passphrases: asked for, confirmed, expired',
    permission: 'confirm-reset',
    audit: 'none',
    params: nothing,
    query: nothing,
    body: noBody,
    answer: ResetPage,
    handler: async ({ parts, viewer, now }) =>
      ok({ items: await parts.records.resets.list({ viewer, now }), next: null }),
  }),
  route({
    method: 'post',
    path: '/admin/users/{id}/resets',
    summary: 'Ask that a passphrase be reset: nothing happens until a second person confirms',
    permission: 'administer',
    audit: 'with-the-save',
    params: UserParams,
    query: nothing,
    body: noBody,
    answer: ResetView,
    handler: async (asked) => {
      const { key, isRepeated } = await keyedChange(asked);
      const { parts, viewer, now } = asked;
      if (!isRepeated || (await parts.records.resets.one(key, { viewer, now })) === undefined)
        await parts.records.resets.ask(key, asked.params.id, { viewer, now });
      return { status: 201, body: await resetOf(parts, key, { viewer, now }) };
    },
  }),
  route({
    method: 'post',
    path: '/admin/resets/{id}/confirm',
    summary:
      'Confirm a reset as another administrator or a supervisor: the temporary passphrase is told once',
    permission: 'confirm-reset',
    audit: 'with-the-save',
    params: z.strictObject({ id: uuid }),
    query: nothing,
    body: noBody,
    answer: ResetConfirmed,
    handler: async (asked) => {
      const { parts, viewer, now, params } = asked;
      const { isRepeated } = await keyedChange(asked);
      const before = await resetOf(parts, params.id, { viewer, now });
      if (isRepeated && before.confirmedBy?.id === viewer.userId)
        return ok({ reset: before, passphrase: null });
      const passphrase = parts.temporaryPassphrase();
      await parts.records.resets.confirm(params.id, await parts.signInDesk.hash(passphrase), { viewer, now });
      return ok({ reset: await resetOf(parts, params.id, { viewer, now }), passphrase });
    },
  }),
];

async function resetOf(
  parts: Parts,
  id: string,
  by: { readonly viewer: Viewer; readonly now: Instant },
): Promise<ResetView> {
  const reset = await parts.records.resets.one(id, by);
  if (reset === undefined) throw new Problem('not-found');
  return reset;
}
