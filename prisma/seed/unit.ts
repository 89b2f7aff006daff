import { withoutMarks } from './folded-name.js';
import type { PlaceRow, ProvinceRow } from './reference-files.js';

/** First day of the two-level local government and of the 34 provinces. */
export const reformDay = '2025-07-01';

/** An administrative unit as the bodies seated in it need it. */
export interface Unit {
  /** Abbreviation of its province: what every agency code begins with. */
  readonly abbreviation: string;
  /** What makes agency codes of this unit differ from those of others with the same abbreviation. */
  readonly tail: string;
  /** Within a name, with its type word: "quận Hoàn Kiếm". */
  readonly vi: string;
  readonly en: string;
  /** As provincial departments are styled: "Hà Nội", but "tỉnh Cao Bằng". */
  readonly viShort: string;
  readonly enShort: string;
  readonly areas: readonly string[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly above?: Unit;
}

export interface Units {
  /** The 34 provinces in force. The eleven that no merger touched reach back before the reform. */
  readonly provinces: readonly Unit[];
  /** The 52 that were merged into another or took others in, until the reform. */
  readonly mergedProvinces: readonly Unit[];
  /** One for each of the 63 old provinces: the institutions that stayed where they were. */
  readonly seats: readonly Unit[];
  readonly districts: readonly Unit[];
  readonly communes: readonly Unit[];
  readonly oldCommunes: readonly Unit[];
}

const englishDivision: Readonly<Record<string, string>> = {
  phường: 'Ward',
  xã: 'Commune',
  'thị trấn': 'Township',
  'đặc khu': 'Special Zone',
  quận: 'District',
  huyện: 'District',
  'thị xã': 'Town',
  'thành phố': 'City',
  tỉnh: 'Province',
};

/** Styled otherwise than the rule says. */
const provinceStyles: Readonly<Record<string, Partial<Unit>>> = {
  'Thành phố Hồ Chí Minh': { vi: 'Thành phố Hồ Chí Minh', viShort: 'Thành phố Hồ Chí Minh' },
  'Thành phố Huế': { viShort: 'thành phố Huế' },
};

/** Every unit that has bodies of its own, under the one above it. Throws when a parent is missing. */
export function unitsOf(places: readonly PlaceRow[], provinces: readonly ProvinceRow[]): Units {
  const provinceOf = new Map<string, Unit>();
  const current: Unit[] = [];
  const merged: Unit[] = [];
  for (const row of provinces.filter((each) => each.successor === null)) {
    const old = provinces.filter((each) => each.successor === row.code);
    const untouched = old.length === 1;
    const areas = untouched ? [row.code, ...old.map((each) => each.code)] : [row.code];
    const unit = { ...provinceUnit(row), areas, validFrom: untouched ? null : reformDay };
    current.push(unit);
    provinceOf.set(row.code, unit);
    for (const each of old) {
      const before = untouched ? unit : { ...provinceUnit(each), tail: '-CU', validTo: '2025-06-30' };
      if (!untouched) merged.push(before);
      provinceOf.set(each.code, before);
    }
  }
  const below = lowerUnits(places, provinceOf);
  return { provinces: current, mergedProvinces: merged, seats: seatsOf(provinces, provinceOf), ...below };
}

function provinceUnit(row: ProvinceRow): Unit {
  const bare = row.name.replace(/^(Tỉnh|Thành phố) /, '');
  const isCity = row.name.startsWith('Thành phố');
  const plain = withoutMarks(bare);
  return {
    abbreviation: row.abbreviation,
    tail: '',
    vi: `${isCity ? 'thành phố' : 'tỉnh'} ${bare}`,
    en: `${plain} ${isCity ? 'City' : 'Province'}`,
    viShort: isCity ? bare : `tỉnh ${bare}`,
    enShort: plain,
    areas: [row.code],
    validFrom: null,
    validTo: null,
    ...provinceStyles[row.name],
  };
}

function seatsOf(provinces: readonly ProvinceRow[], provinceOf: ReadonlyMap<string, Unit>): Unit[] {
  return provinces.flatMap((row) => {
    const above = row.successor === null ? undefined : provinceOf.get(row.successor);
    if (row.successor === null || above === undefined) return [];
    const unit = provinceUnit(row);
    // The institution outlived the merger; the province in its name did not.
    const vi = above.validFrom === null ? unit.vi : unit.vi.replace(/^(tỉnh|thành phố) /, '');
    return [{ ...unit, vi, areas: [row.code, row.successor], above }];
  });
}

function lowerUnits(places: readonly PlaceRow[], provinceOf: ReadonlyMap<string, Unit>) {
  const known = new Map(provinceOf);
  const add = (row: PlaceRow): Unit => {
    const above = known.get(row.parent_code ?? '');
    if (above === undefined) throw new Error(`places: ${row.code} lies in no known unit`);
    const unit = lowerUnit(row, above);
    known.set(row.code, unit);
    return unit;
  };
  const ofKind = (kind: PlaceRow['kind']) => places.filter((row) => row.kind === kind).map(add);
  return { districts: ofKind('district'), oldCommunes: ofKind('old_commune'), communes: ofKind('commune') };
}

const tailMark: Readonly<Partial<Record<PlaceRow['kind'], string>>> = { district: 'D', old_commune: 'O' };

function lowerUnit(row: PlaceRow, above: Unit): Unit {
  const bare = row.name.slice(row.division.length + 1);
  const numbered = /^\d/.test(bare);
  const english = englishDivision[row.division];
  if (english === undefined) throw new Error(`places: ${row.code} is of unknown division`);
  const en = numbered ? `${english} ${bare}` : `${withoutMarks(bare)} ${english}`;
  const vi = numbered ? row.name : `${row.division} ${bare}`;
  return {
    abbreviation: above.abbreviation,
    tail: `-${tailMark[row.kind] ?? ''}${row.code.split(':')[1] ?? ''}`,
    vi,
    en,
    viShort: vi,
    enShort: en,
    areas: [row.code],
    validFrom: row.valid_from,
    validTo: row.valid_to,
    above,
  };
}
