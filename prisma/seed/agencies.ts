import {
  type AgencyKind,
  ofCommunes,
  ofDistricts,
  provincial,
  provincialUntilReform,
  seated,
} from './agency-kinds.js';
import type { BodyRow } from './reference-files.js';
import type { Unit, Units } from './unit.js';

/** An agency as the seed writes it; `superior` is the code of another one. */
export interface AgencySeed {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly level: BodyRow['level'];
  readonly sector: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly masked: boolean;
  readonly capacity: number | null;
  readonly superior: string | null;
  readonly roles: readonly string[];
  readonly areas: readonly string[];
}

/** Every agency of the reference data: those of each unit by kind, and the single bodies. */
export function agenciesOf(units: Units, bodies: readonly BodyRow[]): AgencySeed[] {
  const everyProvince = [...units.provinces, ...units.mergedProvinces];
  return [
    ...bodies.map(single),
    ...eachOf(provincial, everyProvince),
    ...eachOf(provincialUntilReform, everyProvince),
    ...eachOf(seated, units.seats),
    ...eachOf(ofDistricts, units.districts),
    ...eachOf(ofCommunes, units.oldCommunes),
    ...eachOf(ofCommunes, units.communes),
  ];
}

const eachOf = (kinds: readonly AgencyKind[], units: readonly Unit[]): AgencySeed[] =>
  units.flatMap((unit) => kinds.filter((kind) => existed(kind, unit)).map((kind) => inUnit(kind, unit)));

const existed = (kind: AgencyKind, unit: Unit): boolean =>
  kind.until === undefined || unit.validFrom === null || unit.validFrom <= kind.until;

const codeOf = (mark: string, unit: Unit): string => `${unit.abbreviation}-${mark}${unit.tail}`;

function inUnit(kind: AgencyKind, unit: Unit): AgencySeed {
  return {
    code: codeOf(kind.mark, unit),
    nameVi: kind.vi(unit),
    nameEn: kind.en(unit),
    level: kind.level,
    sector: kind.sector,
    validFrom: unit.validFrom,
    validTo: unit.validTo ?? kind.until ?? null,
    masked: kind.masked ?? false,
    capacity: kind.capacity ?? null,
    superior: superiorOf(kind, unit),
    roles: kind.roles,
    areas: unit.areas,
  };
}

function superiorOf(kind: AgencyKind, unit: Unit): string | null {
  if (kind.under === undefined) return null;
  if ('body' in kind.under) return kind.under.body;
  if ('same' in kind.under) return codeOf(kind.under.same, unit);
  return unit.above === undefined ? null : codeOf(kind.under.above, unit.above);
}

const single = (row: BodyRow): AgencySeed => ({
  code: row.code,
  nameVi: row.name_vi,
  nameEn: row.name_en,
  level: row.level,
  sector: row.sector,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  masked: row.sector === 'facility',
  capacity: row.sector === 'facility' ? 20 : null,
  superior: row.superior,
  roles: row.roles,
  areas: row.areas,
});
