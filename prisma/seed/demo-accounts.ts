import { hash } from '@node-rs/argon2';
import { derivedUuid } from '../../domain/ids.js';
import type { Database } from '../client.js';
import { agencyIdOf } from './reference.js';

/** The passphrase of all demo accounts. It is public: see `demoAccountsPresent`. */
export const demoPassphrase = 'duong ve nha binh an';

interface DemoAccount {
  readonly title: string;
  /** Where it is shown in English: of other accounts the record has one title alone. */
  readonly titleEn: string;
  readonly agency: string | null;
  readonly role: string;
}

/** Named by their post, never after a person. */
export const demoAccounts = {
  coordinator: {
    title: 'Chuyên viên điều phối, Sở Y tế Hà Nội',
    titleEn: 'Case coordinator, Ha Noi Department of Health',
    agency: 'HN-SYT',
    role: 'coordinator',
  },
  'coordinator.2014': {
    title: 'Chuyên viên điều phối, Phòng LĐ-TB&XH quận Hoàn Kiếm (trước 01/7/2025)',
    titleEn: 'Case coordinator, Labour Office of Hoan Kiem District (before 01/07/2025)',
    agency: 'HN-LDTBXH-D002',
    role: 'coordinator',
  },
  supervisor: {
    title: 'Lãnh đạo Sở Y tế Hà Nội',
    titleEn: 'Leadership of the Ha Noi Department of Health',
    agency: 'HN-SYT',
    role: 'supervisor',
  },
  commune: {
    title: 'Công chức văn hóa - xã hội, UBND phường Hoàn Kiếm',
    titleEn: 'Culture and social affairs officer, Hoan Kiem Ward',
    agency: 'HN-UBND-00070',
    role: 'officer',
  },
  police: {
    title: 'Cán bộ xác minh, Công an thành phố Hà Nội',
    titleEn: 'Verification officer, Police of Ha Noi City',
    agency: 'HN-CA',
    role: 'officer',
  },
  border: {
    title: 'Cán bộ Đồn Biên phòng cửa khẩu quốc tế Hữu Nghị',
    titleEn: 'Officer, Huu Nghi International Border Gate Post',
    agency: 'LS-DBP-HUUNGHI',
    role: 'officer',
  },
  shelter: {
    title: 'Nhân viên công tác xã hội, cơ sở trợ giúp xã hội',
    titleEn: 'Social worker, social assistance facility',
    agency: 'HN-TGXH',
    role: 'officer',
  },
  'legal-aid': {
    title: 'Trợ giúp viên pháp lý, Trung tâm TGPL nhà nước Hà Nội',
    titleEn: 'Legal aid officer, State Legal Aid Centre of Ha Noi City',
    agency: 'HN-TGPL',
    role: 'officer',
  },
  hotline: {
    title: 'Nhân viên trực Tổng đài 111',
    titleEn: 'Call taker, Hotline 111',
    agency: 'TD111',
    role: 'officer',
  },
  admin: { title: 'Quản trị hệ thống', titleEn: 'System administrator', agency: null, role: 'administrator' },
  auditor: {
    title: 'Cán bộ kiểm tra và bảo vệ dữ liệu cá nhân',
    titleEn: 'Auditor and data-protection officer',
    agency: null,
    role: 'auditor',
  },
} as const satisfies Record<string, DemoAccount>;

export type DemoUsername = keyof typeof demoAccounts;

/** 64 MiB, three passes, one lane; the package's default algorithm is argon2id. */
const hashing = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

/** Adds the demo accounts that are missing and returns how many; the agencies must be there. */
export async function seedDemoAccounts(database: Database): Promise<number> {
  const usernames = Object.keys(demoAccounts);
  const present = await database.account.findMany({
    where: { username: { in: usernames } },
    select: { username: true },
  });
  const known = new Set(present.map((account) => account.username));
  const missing = Object.entries(demoAccounts).filter(([username]) => !known.has(username));
  const rows = await Promise.all(
    missing.map(async ([username, { title, agency, role }]) => ({
      id: derivedUuid(`account:${username}`),
      username,
      title,
      passwordHash: await hash(demoPassphrase, hashing),
      agencyId: agency === null ? null : agencyIdOf(agency),
      roles: [role],
      demo: true,
    })),
  );
  const { count } = await database.account.createMany({ data: rows, skipDuplicates: true });
  return count;
}

/** Is any account here whose passphrase everybody knows? A production start refuses to run with one. */
export const demoAccountsPresent = async (database: Database): Promise<boolean> =>
  (await database.account.findFirst({ where: { demo: true }, select: { id: true } })) !== null;
