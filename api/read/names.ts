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
  /** Not a post but a link, by which an agency without an account answered. */
  readonly isLink?: true;
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
  const links = await linksAmong(database, accountIds, foundAccounts);
  const agencyById = new Map(foundAgencies.map((each) => [each.id, each]));
  const accountById = new Map<string, KnownAccount>(
    [...foundAccounts, ...links].map((each) => [each.id, each]),
  );
  return {
    agency: (id) => agencyById.get(id ?? ''),
    account: (id) => accountById.get(id ?? ''),
  };
}

/** Whoever acted and is no account acted by a link. */
async function linksAmong(
  database: Database,
  ids: readonly string[],
  accounts: readonly KnownAccount[],
): Promise<KnownAccount[]> {
  const others = ids.filter((id) => !accounts.some((account) => account.id === id));
  if (others.length === 0) return [];
  const links = await database.taskLink.findMany({
    where: { id: { in: others } },
    select: { id: true, agencyId: true },
  });
  return links.map((link) => ({ ...link, title: '', isLink: true }));
}

/** The post, or the words for a link. */
export const accountTitle = ({ title, isLink }: KnownAccount, language: Language): string =>
  isLink === true ? message(language, 'actor.link') : title;

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
