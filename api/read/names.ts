import type { Viewer } from '../../domain/access/viewer.js';
import { message, type Language } from '../../messages/message.js';
import type { Database } from '../../prisma/client.js';

export interface KnownAgency {
  readonly id: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly masked: boolean;
}

export interface KnownAccount {
  readonly id: string;
  readonly title: string;
  readonly agencyId: string | null;
}

/** Names of agencies and posts that a page of answers mentions, looked up together. */
export interface Names {
  agency(id: string | null | undefined): KnownAgency | undefined;
  account(id: string | null | undefined): KnownAccount | undefined;
}

interface Wanted {
  readonly agencies: readonly (string | null | undefined)[];
  readonly accounts: readonly (string | null | undefined)[];
}

export async function readNames(database: Database, { agencies, accounts }: Wanted): Promise<Names> {
  const agencyIds = distinct(agencies);
  const accountIds = distinct(accounts);
  const [foundAgencies, foundAccounts] = await Promise.all([
    agencyIds.length === 0
      ? []
      : database.agency.findMany({ where: { id: { in: agencyIds } }, select: agencyColumns }),
    accountIds.length === 0
      ? []
      : database.account.findMany({ where: { id: { in: accountIds } }, select: accountColumns }),
  ]);
  const agencyById = new Map(foundAgencies.map((each) => [each.id, each]));
  const accountById = new Map(foundAccounts.map((each) => [each.id, each]));
  return {
    agency: (id) => agencyById.get(id ?? ''),
    account: (id) => accountById.get(id ?? ''),
  };
}

const agencyColumns = { id: true, nameVi: true, nameEn: true, masked: true } as const;
const accountColumns = { id: true, title: true, agencyId: true } as const;

const distinct = (ids: readonly (string | null | undefined)[]): string[] => [
  ...new Set(ids.filter((id): id is string => typeof id === 'string')),
];

export interface NameReader {
  readonly viewer: Viewer;
  readonly language: Language;
  /** May this reader know protected facilities by name in this matter? */
  readonly seesMasked: boolean;
}

/** The agency's name, or words that say only what kind of place it is. A facility always knows itself. */
export function shownAgency(
  agency: KnownAgency | undefined,
  reader: NameReader,
): { id: string | null; name: string } {
  if (agency === undefined) return { id: null, name: message(reader.language, 'agency.unknown') };
  if (isHidden(agency, reader)) return { id: null, name: message(reader.language, 'agency.masked') };
  return { id: agency.id, name: reader.language === 'vi' ? agency.nameVi : agency.nameEn };
}

export const isHidden = (agency: KnownAgency, { viewer, seesMasked }: NameReader): boolean =>
  agency.masked && !seesMasked && viewer.agencyId !== agency.id;
