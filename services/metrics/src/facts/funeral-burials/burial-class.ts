import { compareDecimals, parseDecimal, yearOf } from '@minhai/domain';
import type { EventOf } from '../event-kind.js';

export const BURIED = 'cn.gov.mca.funeral.burial.completed';
export const ZONE_OPENED = 'cn.gov.mca.funeral.zone.opened';

export type Burial = EventOf<typeof BURIED>;
export type Opening = EventOf<typeof ZONE_OPENED>;

/**
 * What the plan counts a burial as: in a zone opened in the year of the burial, in a small plot or not; or elsewhere,
 * where the size of the plot is of no account.
 */
export type BurialClass = 'NEW_SMALL' | 'NEW_OTHER' | 'OTHER';

export const DIMS: Readonly<Record<BurialClass, Readonly<Record<string, string>>>> = {
  NEW_SMALL: { zone: 'NEW', plot: 'SMALL' },
  NEW_OTHER: { zone: 'NEW', plot: 'OTHER' },
  OTHER: { zone: 'OTHER', plot: 'ANY' },
};

const SMALL_PLOT_M2 = parseDecimal('0.60')!;

/** The boundary is inclusive. A burial without an area of its own takes up none that could be called small. */
const isSmall = ({ data }: Burial): boolean => {
  const area = data.plotAreaM2 ? parseDecimal(data.plotAreaM2) : undefined;
  return area !== undefined && compareDecimals(area, SMALL_PLOT_M2) <= 0;
};

/** The opening that makes the zone of a burial new in its year. */
export const newZoneOf = (burial: Burial, openings: readonly Opening[]): Opening | undefined =>
  openings.find(
    ({ data }) =>
      data.cemeteryId === burial.data.cemeteryId &&
      data.zoneId === burial.data.zoneId &&
      yearOf(data.openedOn) === yearOf(burial.day),
  );

/** By the opening that makes its zone new, if one does. */
export function classOf(burial: Burial, opening: Opening | undefined): BurialClass {
  if (!opening) return 'OTHER';
  return isSmall(burial) ? 'NEW_SMALL' : 'NEW_OTHER';
}
