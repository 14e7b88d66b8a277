import { isWithinRegion, provinceOf } from '../region/region-code.js';
import type { BusinessDay } from '../time/business-day.js';

/** 婚姻登记条例 as revised by State Council Order 804: from this day any office of the country may register. */
export const NATIONWIDE_MARRIAGE_FROM: BusinessDay = '2025-05-10';

/** 跨省通办 trial: the offices of these divisions register couples of whom neither has the hukou there. */
export interface MarriagePilot {
  /** 6-digit codes; a province or a city stands for everything in it. */
  readonly regions: readonly string[];
  readonly from: BusinessDay;
  /** Last day. */
  readonly until: BusinessDay;
  readonly kinds: readonly ('MARRIAGE' | 'DIVORCE')[];
}

/**
 * Configuration, not law: the dates and divisions of the trials are general knowledge and not checked against their
 * notices. Callers with the notices at hand pass their own.
 */
export const MARRIAGE_PILOTS: readonly MarriagePilot[] = [
  {
    regions: ['210000', '370000', '440000', '500000', '510000'],
    from: '2021-06-01',
    until: '2025-05-09',
    kinds: ['MARRIAGE', 'DIVORCE'],
  },
  {
    regions: ['320000', '410000', '420100', '610100'],
    from: '2021-06-01',
    until: '2023-05-31',
    kinds: ['MARRIAGE'],
  },
  {
    regions: [
      ...['110000', '120000', '130000', '150000', '310000', '320000', '330000', '340000', '350000'],
      ...['360000', '410000', '420000', '450000', '460000', '610000', '640000'],
    ],
    from: '2023-06-01',
    until: '2025-05-09',
    kinds: ['MARRIAGE', 'DIVORCE'],
  },
];

export interface MarriageOffice {
  readonly on: BusinessDay;
  /** 6-digit division of the office. */
  readonly office: string;
  /** 6-digit hukou of each party; null for one without (foreigners, Hong Kong, Macao, Taiwan). */
  readonly hukou: readonly (string | null | undefined)[];
  readonly kind?: 'MARRIAGE' | 'DIVORCE';
  /**
   * How near a hukou must lie to the office before 2025-05-10: in its district, or anywhere in its province, which is
   * what counts for couples with a foreigner and where a province lets all its offices register alike.
   */
  readonly level?: 'DISTRICT' | 'PROVINCE';
  readonly pilots?: readonly MarriagePilot[];
}

/**
 * Whether an office may register the couple on the day. Before 2025-05-10 (婚姻登记条例 2003, art. 4 and 10) a party
 * has the hukou there or the office takes part in a trial; from then on every office may.
 */
export function isOfficeCompetent(couple: MarriageOffice): boolean {
  const { on, office, hukou, kind = 'MARRIAGE', level = 'DISTRICT', pilots = MARRIAGE_PILOTS } = couple;
  if (on >= NATIONWIDE_MARRIAGE_FROM) return true;
  const reach = level === 'PROVINCE' ? `${provinceOf(office)}0000` : office;
  if (hukou.some((region) => region != null && isWithinRegion(region, reach))) return true;
  return pilots.some(
    (pilot) =>
      on >= pilot.from &&
      on <= pilot.until &&
      pilot.kinds.includes(kind) &&
      pilot.regions.some((region) => isWithinRegion(office, region)),
  );
}
