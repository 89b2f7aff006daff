import { z } from 'zod';
import { CaseView, FastForward } from '../contract/case.js';
import { uuid } from '../contract/text.js';
import { idempotencyKey } from '../commands/keyed-request.js';
import { termsOf } from '../commands/prepare.js';
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
      const { parts, viewer } = asked;
      const sight = await caseSeen({ ...asked, params: { id: asked.params.caseId } }, 'fast-forward');
      if (!sight.state.rehearsal) throw new Problem('not-permitted');
      const key = idempotencyKey(asked.headers.idempotencyKey);
      const kept = await parts.records.requestKeys.keep({
        key,
        userId: viewer.userId,
        route: asked.target,
        body: asked.rawBody,
      });
      if (kept === 'reused') throw new Problem('idempotency-key-reused');
      // Days that were asked for once pass once: a repeated request only looks.
      if (kept === 'first') await moveClock(parts, sight, asked.body.days);
      const view = await parts.read.cases.view(await parts.read.cases.sightAfter(sight, parts.now()));
      return ok(view, etag(view.version));
    },
  }),
];

async function moveClock(parts: Parts, sight: Sight, days: number): Promise<void> {
  const { state, record } = sight;
  const began = epochMs(parts.now());
  const answer = await parts.gateway.fastForward(state.caseId, days);
  if (answer.kind === 'not-known-yet') throw new Problem('not-known-yet', { retryAfterSeconds: 2 });
  if (answer.kind === 'refused') throw inTerms(problemOf(answer.refusal), termsOf({ sight }));
  const passed = epochMs(parts.now()) - began;
  await parts.records.clocks.moved(state.caseId, record.clockOffsetMs + days * msPerDay - passed);
}
