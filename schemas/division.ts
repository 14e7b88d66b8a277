import { addDays, type BusinessDay } from '@minhai/domain';
import { readPackageJson } from './package-file.js';

/** A division of 31–34: province, city and district by GB/T 2260 (6 digits), street by 9 digits. */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: 'PROVINCE' | 'CITY' | 'DISTRICT' | 'STREET';
  /** Code of the division above; undefined for a province. */
  readonly parent: string | undefined;
  /** First day; null: since before the records begin. */
  readonly validFrom: BusinessDay | null;
  /** Last day; null: still valid in the edition. */
  readonly validTo: BusinessDay | null;
  readonly successors: readonly string[];
}

interface ProvinceFile {
  readonly code: string;
  readonly name: string;
  readonly cities: readonly {
    readonly code: string;
    readonly name: string;
    readonly districts: readonly {
      readonly code: string;
      readonly name: string;
      readonly streets: Readonly<Record<string, string>>;
    }[];
  }[];
}

interface Change {
  readonly code: string;
  readonly name: string;
  readonly change: 'ABOLISHED' | 'ESTABLISHED';
  readonly on: BusinessDay;
  readonly successors: readonly string[];
}

export const DIVISION_PROVINCES = ['31', '32', '33', '34'] as const;

let loaded: ReadonlyMap<string, Division> | undefined;

/** Every division by code, those abolished since included. */
export const divisions = (): ReadonlyMap<string, Division> => (loaded ??= loadDivisions());

/** The division of a code if it was valid on the day. */
export function divisionAt(code: string, day: BusinessDay): Division | undefined {
  const division = divisions().get(code);
  return division && isWithin(division, day) ? division : undefined;
}

/**
 * The days on which a code of any level may be used, undefined for a code that never existed.
 * Streets of an abolished district are not in the edition: any 9-digit code below it has its period.
 */
export function divisionPeriod(code: string): Pick<Division, 'validFrom' | 'validTo'> | undefined {
  const division = divisions().get(code);
  if (division || code.length !== 9) return division;
  const district = divisions().get(code.slice(0, 6));
  return district?.validTo ? district : undefined;
}

const isWithin = (
  { validFrom, validTo }: Pick<Division, 'validFrom' | 'validTo'>,
  day: BusinessDay,
): boolean => (validFrom === null || day >= validFrom) && (validTo === null || day <= validTo);

function loadDivisions(): ReadonlyMap<string, Division> {
  const changes = readPackageJson('divisions/changes.json') as readonly Change[];
  const established = new Map(
    changes.filter((row) => row.change === 'ESTABLISHED').map((row) => [row.code, row.on]),
  );
  const all = new Map<string, Division>();
  for (const province of DIVISION_PROVINCES)
    addProvince(all, readPackageJson(`divisions/${province}.json`) as ProvinceFile, established);
  for (const { code, name, on, successors } of changes.filter((row) => row.change === 'ABOLISHED')) {
    // The counties of Shanghai had a group of their own (3102) that is gone with the last of them.
    const city = `${code.slice(0, 4)}00`;
    const parent = all.has(city) ? city : `${code.slice(0, 2)}0000`;
    const validTo = addDays(on, -1);
    all.set(code, { code, name, level: 'DISTRICT', parent, validFrom: null, validTo, successors });
  }
  return all;
}

function addProvince(
  all: Map<string, Division>,
  file: ProvinceFile,
  established: ReadonlyMap<string, BusinessDay>,
): void {
  const province = `${file.code}0000`;
  const add = (
    division: Pick<Division, 'code' | 'name' | 'level' | 'parent'>,
    validFrom: BusinessDay | null,
  ) => all.set(division.code, { ...division, validFrom, validTo: null, successors: [] });
  add({ code: province, name: file.name, level: 'PROVINCE', parent: undefined }, null);
  for (const { code: city4, name, districts } of file.cities) {
    const city = `${city4}00`;
    add({ code: city, name, level: 'CITY', parent: province }, null);
    for (const { code, name: districtName, streets } of districts) {
      const validFrom = established.get(code) ?? null;
      add({ code, name: districtName, level: 'DISTRICT', parent: city }, validFrom);
      for (const [street, streetName] of Object.entries(streets))
        add({ code: street, name: streetName, level: 'STREET', parent: code }, validFrom);
    }
  }
}
