import { z } from 'zod';
import { accountActions, mayDo } from '../../domain/access/policy.js';
import { accountRoles, type Viewer } from '../../domain/access/viewer.js';
import { agencyId, userId } from '../../domain/ids.js';
import { languages, type Language } from '../../messages/message.js';
import type { Me } from '../contract/session.js';
import type { Database } from '../../prisma/client.js';

/** An account that may act at this moment. */
export interface SignedIn {
  readonly viewer: Viewer;
  readonly username: string;
  readonly title: string;
  readonly language: Language;
  /** Until it is replaced the account may do nothing else. */
  readonly passphraseTemporary: boolean;
  readonly agency: { readonly id: string; readonly nameVi: string; readonly nameEn: string } | null;
}

export interface Credentials {
  readonly userId: string;
  readonly passwordHash: string;
}

export const accountReads = (database: Database) => ({
  /** Undefined for unknown and for disabled accounts. Read anew for every request: a right taken away is gone at once. */
  signedIn: (id: string): Promise<SignedIn | undefined> => signedIn(database, id),
  credentials: async (username: string): Promise<Credentials | undefined> => {
    const account = await database.account.findUnique({ where: { username } });
    return account === null || account.disabledAt !== null
      ? undefined
      : { userId: account.id, passwordHash: account.passwordHash };
  },
});
export type AccountReads = ReturnType<typeof accountReads>;

interface Row {
  readonly id: string;
  readonly username: string;
  readonly title: string;
  readonly roles: string[];
  readonly language: string;
  readonly passphrase_temporary: boolean;
  readonly agency_id: string | null;
  readonly name_vi: string | null;
  readonly name_en: string | null;
  readonly level: string | null;
  readonly agency_roles: string[];
  readonly provinces: string[];
}

async function signedIn(database: Database, id: string): Promise<SignedIn | undefined> {
  const [row] = await database.$queryRaw<Row[]>`/* signed-in */
    select account.id, account.username, account.title, account.roles, account.language, account.passphrase_temporary,
      account.agency_id,
      agency.name_vi, agency.name_en, agency.level,
      array(select role from agency_role where agency_role.agency_id = agency.id order by role) as agency_roles,
      case when 'supervisor' = any(account.roles) then array(
        select place.province from agency_area join place on place.code = agency_area.place_code
          where agency_area.agency_id = agency.id
        union
        select before.place_code from agency_area join place on place.code = agency_area.place_code
          join place_succession before on before.successor_code = place.province where agency_area.agency_id = agency.id
      ) else array[]::text[] end as provinces
    from account left join agency on agency.id = account.agency_id
    where account.id = ${id}::uuid and account.disabled_at is null`;
  if (row === undefined) return undefined;
  return {
    viewer: viewerOf(row),
    username: row.username,
    title: row.title,
    language: languages.find((each) => each === row.language) ?? 'vi',
    passphraseTemporary: row.passphrase_temporary,
    agency:
      row.agency_id === null
        ? null
        : { id: row.agency_id, nameVi: row.name_vi ?? '', nameEn: row.name_en ?? '' },
  };
}

const Roles = z.array(z.enum(accountRoles));

const viewerOf = (row: Row): Viewer => ({
  userId: userId(row.id),
  agencyId: row.agency_id === null ? null : agencyId(row.agency_id),
  roles: Roles.parse(row.roles),
  agencyRoles: row.agency_roles,
  area: row.level === 'nation' && row.roles.includes('supervisor') ? 'nation' : row.provinces,
});

export const meOf = (
  { viewer, username, title, language, agency, ...account }: SignedIn,
  shown: Language,
): Me => ({
  id: viewer.userId,
  username,
  title,
  language,
  roles: [...viewer.roles],
  agency:
    agency === null
      ? null
      : {
          id: agency.id,
          name: shown === 'vi' ? agency.nameVi : agency.nameEn,
          roles: [...viewer.agencyRoles],
        },
  permissions: accountActions.filter((action) => mayDo(viewer, action)),
  ...(account.passphraseTemporary ? { passphraseTemporary: true } : {}),
});
