import type { BodyRow } from './reference-files.js';
import type { Unit } from './unit.js';

/** A kind of body that every unit of some level has. */
export interface AgencyKind {
  /** The official abbreviation, without marks: SYT is Sở Y tế. */
  readonly mark: string;
  readonly vi: (unit: Unit) => string;
  readonly en: (unit: Unit) => string;
  readonly level: BodyRow['level'];
  readonly sector: string;
  readonly roles: readonly string[];
  /** The mark of its superior in the same unit, in the unit above, or a body of the nation. */
  readonly under?: { readonly same: string } | { readonly above: string } | { readonly body: string };
  /** Last day on which bodies of this kind existed, where that is not the unit's own. */
  readonly until?: string;
  readonly masked?: true;
  readonly capacity?: number;
}

const committee = {
  mark: 'UBND',
  vi: (unit: Unit) => `Ủy ban nhân dân ${unit.vi}`,
  en: (unit: Unit) => `People's Committee of ${unit.en}`,
  sector: 'people-committee',
} as const;

export const provincial: readonly AgencyKind[] = [
  { ...committee, level: 'province', roles: ['provincial-committee'] },
  {
    mark: 'SYT',
    vi: (unit) => `Sở Y tế ${unit.viShort}`,
    en: (unit) => `${unit.enShort} Department of Health`,
    level: 'province',
    sector: 'health',
    roles: ['health-authority'],
    under: { same: 'UBND' },
  },
  {
    mark: 'CA',
    vi: (unit) => `Công an ${unit.vi}`,
    en: (unit) => `Police of ${unit.en}`,
    level: 'province',
    sector: 'police',
    roles: ['provincial-police'],
    under: { body: 'BCA' },
  },
  {
    mark: 'CSDT',
    vi: (unit) => `Cơ quan Cảnh sát điều tra Công an ${unit.vi}`,
    en: (unit) => `Police Investigation Agency of ${unit.en}`,
    level: 'province',
    sector: 'police',
    roles: ['investigation-body'],
    under: { same: 'CA' },
  },
  {
    mark: 'STP',
    vi: (unit) => `Sở Tư pháp ${unit.viShort}`,
    en: (unit) => `${unit.enShort} Department of Justice`,
    level: 'province',
    sector: 'justice',
    roles: [],
    under: { same: 'UBND' },
  },
  {
    mark: 'TGPL',
    vi: (unit) => `Trung tâm trợ giúp pháp lý nhà nước ${unit.vi}`,
    en: (unit) => `State Legal Aid Centre of ${unit.en}`,
    level: 'province',
    sector: 'justice',
    roles: ['legal-aid-centre'],
    under: { same: 'STP' },
  },
];

export const provincialUntilReform: readonly AgencyKind[] = [
  {
    mark: 'LDTBXH',
    vi: (unit) => `Sở Lao động - Thương binh và Xã hội ${unit.viShort}`,
    en: (unit) => `${unit.enShort} Department of Labour, Invalids and Social Affairs`,
    level: 'province',
    sector: 'labour',
    roles: ['provincial-labour-department'],
    under: { same: 'UBND' },
    until: '2025-06-30',
  },
];

export const seated: readonly AgencyKind[] = [
  {
    mark: 'TGXH',
    vi: (unit) => `Cơ sở trợ giúp xã hội ${unit.vi}`,
    en: (unit) => `Social Assistance Facility of ${unit.enShort}`,
    level: 'province',
    sector: 'facility',
    roles: ['social-facility'],
    under: { above: 'SYT' },
    masked: true,
    capacity: 20,
  },
];

export const ofDistricts: readonly AgencyKind[] = [
  { ...committee, level: 'district', roles: ['district-chair'], under: { above: 'UBND' } },
  {
    mark: 'LDTBXH',
    vi: (unit) => `Phòng Lao động - Thương binh và Xã hội ${unit.vi}`,
    en: (unit) => `Labour, Invalids and Social Affairs Office of ${unit.en}`,
    level: 'district',
    sector: 'labour',
    roles: ['district-labour-office'],
    under: { above: 'LDTBXH' },
  },
  {
    mark: 'CA',
    vi: (unit) => `Công an ${unit.vi}`,
    en: (unit) => `Police of ${unit.en}`,
    level: 'district',
    sector: 'police',
    roles: ['district-police'],
    under: { above: 'CA' },
  },
];

export const ofCommunes: readonly AgencyKind[] = [
  {
    ...committee,
    level: 'commune',
    roles: ['commune-committee', 'commune-chair', 'commune-child-protection'],
    under: { above: 'UBND' },
  },
  {
    mark: 'CA',
    vi: (unit) => `Công an ${unit.vi}`,
    en: (unit) => `Police of ${unit.en}`,
    level: 'commune',
    sector: 'police',
    roles: ['commune-police'],
    under: { above: 'CA' },
  },
];
