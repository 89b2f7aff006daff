import { procedures } from '../../domain/procedure/catalogue.js';
import { addDays, plainDate } from '../../domain/time/plain-date.js';
import type { Transaction } from '../../prisma/client.js';
import { fieldProblem, pointer, type Finding } from '../problem.js';
import type { CreateAgency } from '../contract/admin-agency.js';

/** An agency as it would be after the change. */
export type WholeAgency = Omit<CreateAgency, 'code'> & { readonly id: string };

const knownRoles = new Set(procedures.flatMap(({ roles }) => Object.keys(roles)));
const longestChain = 50;

/** Throws a problem that names every field that does not fit. */
export async function checkAgency(transaction: Transaction, agency: WholeAgency): Promise<void> {
  const findings = [
    ...dateFindings(agency),
    ...agency.roles.flatMap((role, index): Finding[] =>
      knownRoles.has(role) ? [] : [{ pointer: pointer('roles', index), code: 'not-listed' }],
    ),
    ...(await areaFindings(transaction, agency)),
    ...(await chainFindings(transaction, agency, 'superiorId')),
    ...(await successorFindings(transaction, agency)),
  ];
  if (findings.length > 0) throw fieldProblem(...findings);
}

function dateFindings({ validFrom, validTo }: WholeAgency): Finding[] {
  const turned = validFrom !== null && validTo !== null && validTo < validFrom;
  return turned ? [{ pointer: '/validTo', code: 'before-start' }] : [];
}

/** Each area must be a place that existed at some time together with the agency. */
async function areaFindings(
  transaction: Transaction,
  { areas, validFrom, validTo }: WholeAgency,
): Promise<Finding[]> {
  const places = await transaction.place.findMany({
    where: { code: { in: [...areas] } },
    select: { code: true, validFrom: true, validTo: true },
  });
  return areas.flatMap((code, index): Finding[] => {
    if (code === 'vn') return [];
    const place = places.find((each) => each.code === code);
    if (place === undefined) return [{ pointer: pointer('areas', index), code: 'place-unknown' }];
    const together =
      (place.validFrom ?? '') <= (validTo ?? '9999') && (place.validTo ?? '9999') >= (validFrom ?? '');
    return together ? [] : [{ pointer: pointer('areas', index), code: 'place-abolished' }];
  });
}

/** The other must be there, and the way up must not lead back. */
async function chainFindings(
  transaction: Transaction,
  agency: WholeAgency,
  link: 'superiorId' | 'successorId',
): Promise<Finding[]> {
  let next = agency[link];
  for (let steps = 0; next !== null && steps < longestChain; steps++) {
    if (next === agency.id) return [{ pointer: `/${link}`, code: 'circle' }];
    const other: Record<typeof link, string | null> | null = await transaction.agency.findUnique({
      where: { id: next },
      select: { superiorId: true, successorId: true },
    });
    if (other === null) return [{ pointer: `/${link}`, code: 'agency-unknown' }];
    next = other[link];
  }
  return [];
}

/** Only what ends has a successor, and that is in force on the day after. */
async function successorFindings(transaction: Transaction, agency: WholeAgency): Promise<Finding[]> {
  const { successorId, validTo } = agency;
  if (successorId === null) return [];
  if (validTo === null) return [{ pointer: '/successorId', code: 'successor-without-end' }];
  const chain = await chainFindings(transaction, agency, 'successorId');
  if (chain.length > 0) return chain;
  const after = addDays(plainDate(validTo), 1);
  const successor = await transaction.agency.findUniqueOrThrow({ where: { id: successorId } });
  const inForce = (successor.validFrom ?? '') <= after && (successor.validTo ?? '9999') >= after;
  return inForce ? [] : [{ pointer: '/successorId', code: 'successor-not-in-force' }];
}
