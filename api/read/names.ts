import type { Viewer } from '../../domain/access/viewer.js';
import { message, type Language } from '../../messages/message.js';
import type { Database } from '../../prisma/client.js';

/** What an agency is called, and whether its name is protected. */
export interface AgencyName {
  readonly id: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly masked: boolean;
}

/** An agency, with its place among the others. */
export interface KnownAgency extends AgencyName {
  readonly level: string;
  readonly sector: string;
  readonly superiorId: string | null;
}

export interface KnownAccount {
  readonly id: string;
  readonly title: string;
  readonly agencyId: string | null;
  /** Not a post but a link, by which an agency without an account answered. */
  readonly isLink?: true;
}

export interface KnownPlace {
  readonly code: string;
  /** With its province: many communes share a name. */
  readonly name: string;
}

/** Names of agencies, posts and places that a page of answers mentions, looked up together. */
export interface Names {
  agency(id: string | null | undefined): KnownAgency | undefined;
  account(id: string | null | undefined): KnownAccount | undefined;
  /** By the revision in which a case names it. */
  place(revision: string): KnownPlace | undefined;
}

export interface WantedNames {
  readonly agencies: readonly (string | null | undefined)[];
  readonly accounts: readonly (string | null | undefined)[];
  /** Revisions of places of a case. */
  readonly places?: readonly string[];
}

export async function readNames(database: Database, wanted: WantedNames): Promise<Names> {
  const agencyIds = distinct(wanted.agencies);
  const accountIds = distinct(wanted.accounts);
  const revisions = distinct(wanted.places ?? []);
  if (agencyIds.length + accountIds.length + revisions.length === 0) return namesIn([]);
  return namesIn(
    await database.$queryRaw<NameRow[]>`/* names */
      select 'agency' as kind, id, name_vi, name_en, masked, null::uuid as agency_id, level, sector, superior_id,
        null as place_code
      from agency where id = any(${agencyIds}::uuid[])
      union all
      select 'account', id, title, title, false, agency_id, '', '', null, null
      from account where id = any(${accountIds}::uuid[])
      union all
      select 'link', id, '', '', false, agency_id, '', '', null, null
      from task_link where id = any(${accountIds}::uuid[])
      union all
      select 'place', answered.revision, concat_ws(', ', place.name, province.name), '', false, null, '', '', null,
        place.code
      from case_place answered join place on place.code = answered.place_code
      left join place province on province.code = place.province and province.code <> place.code
      where answered.revision = any(${revisions}::uuid[])`,
  );
}

interface NameRow {
  /** Whoever acted and is no account acted by a link. */
  readonly kind: 'agency' | 'account' | 'link' | 'place';
  readonly id: string;
  readonly name_vi: string;
  readonly name_en: string;
  readonly masked: boolean;
  readonly agency_id: string | null;
  readonly level: string;
  readonly sector: string;
  readonly superior_id: string | null;
  readonly place_code: string | null;
}

function namesIn(rows: readonly NameRow[]): Names {
  const agencies = new Map<string, KnownAgency>();
  const accounts = new Map<string, KnownAccount>();
  const places = new Map<string, KnownPlace>();
  for (const row of rows) {
    const { kind, id, name_vi: nameVi, name_en: nameEn, agency_id: agencyId } = row;
    const { masked, level, sector, superior_id: superiorId } = row;
    if (kind === 'agency') agencies.set(id, { id, nameVi, nameEn, masked, level, sector, superiorId });
    else if (kind === 'place') places.set(id, { code: row.place_code ?? '', name: nameVi });
    else if (kind === 'link') accounts.set(id, { id, title: '', agencyId, isLink: true });
    else accounts.set(id, { id, title: nameVi, agencyId });
  }
  return {
    agency: (id) => agencies.get(id ?? ''),
    account: (id) => accounts.get(id ?? ''),
    place: (revision) => places.get(revision),
  };
}

/** The post, or the words for a link. */
export const accountTitle = ({ title, isLink }: KnownAccount, language: Language): string =>
  isLink === true ? message(language, 'actor.link') : title;

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
  agency: AgencyName | undefined,
  reader: NameReader,
): { id: string | null; name: string } {
  if (agency === undefined) return { id: null, name: message(reader.language, 'agency.unknown') };
  if (isHidden(agency, reader)) return { id: null, name: message(reader.language, 'agency.masked') };
  return { id: agency.id, name: reader.language === 'vi' ? agency.nameVi : agency.nameEn };
}

export const isHidden = (agency: AgencyName, { viewer, seesMasked }: NameReader): boolean =>
  agency.masked && !seesMasked && viewer.agencyId !== agency.id;
