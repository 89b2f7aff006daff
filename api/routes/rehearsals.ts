import { z } from 'zod';
import { CaseView, FastForward } from '../contract/case.js';
import { uuid } from '../contract/text.js';
import { idempotencyKey } from '../commands/keyed-request.js';
import { termsOf } from '../commands/prepare.js';
import type { Viewer } from '../../domain/access/viewer.js';
import { standsStill } from '../../domain/case/decide.js';
import type { Jump } from '../gateway/fast-forward.js';
import type { JumpAnswer } from '../gateway/gateway-answer.js';
import { epochMs, msPerDay } from '../../domain/time/instant.js';
import type { Parts } from '../parts.js';
import { inTerms, Problem, problemOf } from '../problem.js';
import type { Sight } from '../read/sight.js';
import { caseSeen } from './case-seen.js';
import { etag, nothing, ok, route } from './route.js';

export const rehearsalRoutes = [
  route({
    method: 'post',
    path: '/rehearsals/{caseId}/fast-forward',
    summary: 'Move the clock of a rehearsal ahead, on the real engine',
    permission: 'signed-in',
    audit: 'with-the-save',
    params: z.strictObject({ caseId: uuid }),
    query: nothing,
    body: FastForward,
    answer: CaseView,
    handler: async (asked) => {
      const { parts } = asked;
      const sight = await caseSeen({ ...asked, params: { id: asked.params.caseId } }, 'fast-forward');
      if (!sight.state.rehearsal) throw new Problem('not-permitted');
      await once(asked, sight);
      const view = await parts.read.cases.view(await parts.read.cases.sightAfter(sight, parts.now()));
      return ok(view, etag(view.version));
    },
  }),
];

interface Asked {
  readonly parts: Parts;
  readonly viewer: Viewer;
  readonly target: string;
  readonly rawBody: unknown;
  readonly headers: { readonly idempotencyKey: string | undefined };
  readonly body: { readonly days: number };
}

/** Days that were asked for once pass once: a repeated request only looks, and waits for those that are under way. */
async function once(
  { parts, viewer, target, rawBody, headers, body: { days } }: Asked,
  sight: Sight,
): Promise<void> {
  const key = idempotencyKey(headers.idempotencyKey);
  const request = { key, userId: viewer.userId, route: target, body: rawBody };
  const { requestKeys } = parts.records;
  const kept = await requestKeys.keep(request);
  if (kept === 'reused') throw new Problem('idempotency-key-reused');
  if (kept === 'repeated') {
    moved(await parts.gateway.arrived(sight.state.caseId, key), sight);
    return;
  }
  try {
    const still = standsStill(sight.state);
    if (still !== undefined) moved({ kind: 'refused', refusal: still }, sight);
    await moveClock(parts, sight, { id: key, days });
  } catch (error) {
    // Days that did not pass can be asked for again.
    await requestKeys.forget(request);
    throw error;
  }
}

async function moveClock(parts: Parts, sight: Sight, jump: Jump): Promise<void> {
  const { state, record } = sight;
  const began = epochMs(parts.now());
  const answer = await parts.gateway.fastForward(state.caseId, jump);
  moved(answer, sight);
  if (answer.kind === 'before') return; // the record's clock may stand there already; the next save tells
  const passed = epochMs(parts.now()) - began;
  await parts.records.clocks.moved(state.caseId, record.clockOffsetMs + jump.days * msPerDay - passed);
}

function moved(answer: JumpAnswer, sight: Sight): void {
  if (answer.kind === 'not-known-yet') throw new Problem('not-known-yet', { retryAfterSeconds: 2 });
  if (answer.kind === 'refused') throw inTerms(problemOf(answer.refusal), termsOf({ sight }));
}
