import type { ConsentRecipient, ConsentTerms } from '../../domain/case/consent.js';
import { agencyId } from '../../domain/ids.js';
import type { ConsentInput } from '../contract/consent.js';
import { fieldProblem, pointer } from '../problem.js';
import type { Sealer } from './sealer.js';

/** A consent as the rules take it: its evidence is sealed. `where`: the pointer of the consent in the request. */
export function consentTermsOf(input: ConsentInput, where: string, sealer: Sealer): ConsentTerms {
  const { scope, recipients, purpose, expiresOn, givenBy, childView, proof, evidence } = input;
  return {
    scope,
    recipients: recipients.map((each, index) => recipientOf(each, `${where}${pointer('recipients', index)}`)),
    purpose,
    ...(expiresOn === undefined ? {} : { expiresOn }),
    givenBy,
    ...(childView === undefined ? {} : { childView }),
    ...(proof === undefined ? {} : { proof }),
    evidenceTextId: sealer.text(`${where}/evidence`, evidence),
  };
}

/** Exactly one of agency and relative. */
function recipientOf(input: ConsentInput['recipients'][number], where: string): ConsentRecipient {
  if (input.agencyId !== undefined && input.relative === undefined)
    return { agencyId: agencyId(input.agencyId) };
  if (input.relative !== undefined && input.agencyId === undefined) return { relative: input.relative };
  throw fieldProblem({ pointer: where, code: 'one-of', values: { names: 'agencyId, relative' } });
}
