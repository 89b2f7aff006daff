import type { CaseAction } from '../../domain/access/policy.js';
import type { Viewer } from '../../domain/access/viewer.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Language } from '../../messages/message.js';
import type { Parts } from '../parts.js';
import { Problem } from '../problem.js';
import type { Sight } from '../read/sight.js';

interface Asking {
  readonly parts: Parts;
  readonly params: { readonly id: string };
  readonly viewer: Viewer;
  readonly language: Language;
  readonly now: Instant;
}

/**
 * The case of a request as its sender may see it. 404 for what is not theirs to know; 403 for what they may not do
 * with a case that they know of.
 */
export async function caseSeen(
  { parts, params, ...reader }: Asking,
  action: CaseAction = 'see-case',
): Promise<Sight> {
  const sight = await parts.read.cases.sight(params.id, reader);
  if (sight === undefined) throw new Problem('not-found');
  if (sight.extent(action) === 'none') throw new Problem('not-permitted');
  return sight;
}
