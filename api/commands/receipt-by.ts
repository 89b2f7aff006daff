import type { Viewer } from '../../domain/access/viewer.js';
import type { CommandOf } from '../../domain/case/commands.js';
import type { FactValue } from '../../domain/procedure/procedure.js';

type Receipt = Pick<CommandOf<'open-case'>['data'], 'facts' | 'receiver'>;

/** Bodies that have the person with them and must bring them to the commune, as the fact `receivedBy` names them. */
const receiversByRole: Readonly<Record<string, string>> = {
  'commune-police': 'police',
  'provincial-police': 'police',
  'district-police': 'police',
  'investigation-body': 'police',
  'border-post': 'border-guard',
  'coast-guard': 'coast-guard',
};

/**
 * Who received the report: what the registration says; where it says nothing, the body that registers it, if it is one of
 * these. Where that body is the registering one, to bring the person is its own duty.
 */
export function receiptBy(
  { agencyId, agencyRoles }: Viewer,
  told: Readonly<Record<string, FactValue>> = {},
): Receipt {
  const own = agencyRoles.flatMap((role) => receiversByRole[role] ?? []);
  const [assumed] = own;
  const facts: Record<string, FactValue> = {
    ...(assumed === undefined ? {} : { receivedBy: assumed }),
    ...told,
  };
  const isOwn = agencyId !== null && own.some((receiver) => receiver === facts['receivedBy']);
  return {
    facts: Object.entries(facts).map(([fact, value]) => ({ fact, value })),
    ...(isOwn ? { receiver: agencyId } : {}),
  };
}
