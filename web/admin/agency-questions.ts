import type { TFunction } from 'i18next';
import type { AdminAgency, AdminArea, ChangeAgency } from '../../api/contract/admin-agency.js';
import type { ProcedureSummary } from '../../api/contract/directory.js';
import type { Answers, Entered, Question } from '../forms/question.js';
import { titleName } from '../forms/search-picker.js';
import { dayWords } from '../time/display.js';

export const levelKeys = {
  commune: 'level.commune',
  district: 'level.district',
  province: 'level.province',
  nation: 'level.nation',
} as const satisfies Record<AdminAgency['level'], string>;

/** Those that the directory begins with; an agency may have come with another. */
const sectorKeys = {
  'people-committee': 'sector.people-committee',
  health: 'sector.health',
  police: 'sector.police',
  border: 'sector.border',
  defence: 'sector.defence',
  justice: 'sector.justice',
  labour: 'sector.labour',
  'foreign-affairs': 'sector.foreign-affairs',
  facility: 'sector.facility',
  hotline: 'sector.hotline',
} as const;

const isSector = (text: string): text is keyof typeof sectorKeys => Object.hasOwn(sectorKeys, text);
export const sectorWords = (sector: string, t: TFunction): string =>
  isSector(sector) ? t(sectorKeys[sector]) : sector;

export interface Titled {
  readonly id: string;
  readonly title: string;
}

/** Every role that any procedure asks for, once, as the newest calls it. */
export function rolesOf(procedures: readonly ProcedureSummary[]): readonly Titled[] {
  const titles = new Map(
    procedures.toReversed().flatMap(({ roles }) => roles.map((role) => [role.id, role])),
  );
  return [...titles.values()].sort((one, other) => one.title.localeCompare(other.title, 'vi'));
}

export interface Listed {
  readonly roles: readonly Titled[];
  /** The sector that the agency has, where it is none of ours. */
  readonly sector?: string;
}

/** What can be changed of every agency; its end is a form of its own. */
export function agencyQuestions(t: TFunction, { roles, sector }: Listed): readonly Question[] {
  const sectors = [...Object.keys(sectorKeys), ...(sector === undefined || isSector(sector) ? [] : [sector])];
  const levels = Object.entries(levelKeys).map(([id, key]) => ({ id, title: t(key) }));
  return [
    { id: 'nameVi', title: t('agencies.name-vi'), type: 'line', required: true },
    { id: 'nameEn', title: t('agencies.name-en'), type: 'line', required: true },
    { id: 'level', title: t('agencies.level'), type: 'choice', required: true, options: levels },
    {
      id: 'sector',
      title: t('agencies.sector'),
      type: 'choice',
      required: true,
      options: sectors.map((id) => ({ id, title: sectorWords(id, t) })),
    },
    {
      id: 'areas',
      title: t('agencies.areas'),
      type: 'choices',
      required: false,
      help: t('agencies.areas-help'),
    },
    {
      id: 'roles',
      title: t('agencies.roles'),
      type: 'choices',
      required: false,
      help: t('agencies.roles-help'),
      options: roles,
    },
    { id: 'validFrom', title: t('agencies.valid-from'), type: 'date', required: false },
    { id: 'superiorId', title: t('agencies.superior'), type: 'agency', required: false },
    {
      id: 'capacity',
      title: t('agencies.capacity'),
      type: 'number',
      required: false,
      help: t('agencies.capacity-help'),
    },
    {
      id: 'masked',
      title: t('agencies.masked'),
      type: 'boolean',
      required: true,
      help: t('agencies.masked-help'),
    },
  ];
}

export const newAgencyQuestions = (t: TFunction, listed: Listed): readonly Question[] => [
  { id: 'code', title: t('agencies.code'), type: 'line', required: true, help: t('agencies.code-help') },
  ...agencyQuestions(t, listed),
];

export const endQuestions = (t: TFunction): readonly Question[] => [
  { id: 'validTo', title: t('agencies.valid-to'), type: 'date', required: true },
  {
    id: 'successorId',
    title: t('agencies.successor'),
    type: 'agency',
    required: false,
    help: t('agencies.successor-help'),
  },
];

/** An agency as it is typed into the forms. */
export function enteredAgency(agency: AdminAgency, t: TFunction): Record<string, Entered[string]> {
  const { nameVi, nameEn, level, sector, roles, areas, validFrom, validTo, capacity, masked } = agency;
  return {
    ...{ nameVi, nameEn, level, sector, roles, masked: String(masked) },
    areas: areas.map(({ code }) => code),
    [titleName('areas')]: areas.map((area) => areaWords(area, t)),
    validFrom: validFrom === null ? '' : dayWords(validFrom),
    validTo: validTo === null ? '' : dayWords(validTo),
    capacity: capacity === null ? '' : String(capacity),
    ...chosen('superiorId', agency.superior),
    ...chosen('successorId', agency.successor),
  };
}

const chosen = (id: string, named: AdminAgency['superior']): Record<string, string> =>
  named === null ? {} : { [id]: named.id, [titleName(id)]: named.name };

/** `Phường Hoàn Kiếm, Thành phố Hà Nội (từ 01/07/2025)` */
export function areaWords(
  { name, within, validFrom, validTo }: Omit<AdminArea, 'code'>,
  t: TFunction,
): string {
  const place = within === null ? name : `${name}, ${within}`;
  const days = periodWords({ validFrom, validTo }, t);
  return days === '' ? place : `${place} (${days})`;
}

type Period = Pick<AdminArea, 'validFrom' | 'validTo'>;

export function periodWords({ validFrom, validTo }: Period, t: TFunction): string {
  if (validFrom === null) return validTo === null ? '' : t('agencies.to', { to: dayWords(validTo) });
  const from = dayWords(validFrom);
  return validTo === null
    ? t('procedures.since', { from })
    : t('procedures.from-to', { from, to: dayWords(validTo) });
}

/** The day as of which areas are looked for: one on which the agency exists, as near to today as there is. */
export function areasAsOf({ validFrom, validTo }: Period, today: string): string {
  if (validTo !== null && validTo < today) return validTo;
  return validFrom !== null && validFrom > today ? validFrom : today;
}

/** The names of the areas on a day, each once: a place that went on under its name stands under two codes. */
export const areaNames = (areas: AdminAgency['areas'], on: string): readonly string[] => [
  ...new Set(
    areas
      .filter(({ validFrom, validTo }) => (validFrom ?? on) <= on && on <= (validTo ?? on))
      .map(({ name }) => name),
  ),
];

/** What was answered, as the API takes it: what was left empty is null. */
export function agencyFields(answers: Answers): Record<string, unknown> {
  const { roles = [], areas = [], validFrom = null, superiorId = null, capacity = null, ...rest } = answers;
  return { ...rest, roles, areas, validFrom, superiorId, capacity };
}

/** What differs from the agency as it is. */
export function agencyChanges(agency: AdminAgency, answers: Answers): ChangeAgency {
  const { areas, superior, ...fields } = agency;
  const before: Record<string, unknown> = {
    ...fields,
    areas: areas.map(({ code }) => code),
    superiorId: superior?.id ?? null,
  };
  return Object.fromEntries(
    Object.entries(agencyFields(answers)).filter(([name, value]) => sorted(value) !== sorted(before[name])),
  );
}

const sorted = (value: unknown): string =>
  JSON.stringify(Array.isArray(value) ? value.map(String).sort() : value);

/** In which time of its life an agency is on a day. */
export function stateOfAgency({ validFrom, validTo }: Period, today: string) {
  if (validTo !== null && validTo < today) return 'agencies.ended';
  if (validFrom !== null && validFrom > today) return 'agencies.future';
  return validTo === null ? 'agencies.in-force' : 'agencies.ends';
}
