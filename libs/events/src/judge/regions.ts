import { addDays, startOfDay } from '@minhai/domain';
import type { Problem } from '@minhai/errors';
import { divisionPeriod } from '@minhai/schemas';
import type { DomainEvent } from '../envelope.js';
import { Dictionary } from '../envelope/dictionary.js';
import { problem } from '../outcome.js';

/** Epoch milliseconds [from, until) in which a code may be used; empty for a code that never existed. */
interface Period {
  readonly from: number;
  readonly until: number;
}

const NEVER: Period = { from: Infinity, until: -Infinity };

const periods = new Dictionary<Period>((code) => {
  const division = divisionPeriod(code);
  if (!division) return NEVER;
  return {
    from: division.validFrom === null ? -Infinity : startOfDay(division.validFrom),
    until: division.validTo === null ? Infinity : startOfDay(addDays(division.validTo, 1)),
  };
});

/** True when the code exists and was valid at the instant. */
export function isRegionAt(code: string, time: number): boolean {
  const { from, until } = periods.get(code);
  return time >= from && time < until;
}

/** True when the code exists or existed at some time. */
export const isRegionEver = (code: string): boolean => periods.get(code) !== NEVER;

/** Region and street exist at event time, each level lies below the one above. Villages are judged by form. */
export function judgeRegions({ regionId, streetId, villageId, time }: DomainEvent, found: Problem[]): void {
  if (!isRegionAt(regionId, time))
    found.push(problem('REGION', '/regionid', 'unknown or not valid at event time'));
  if (streetId !== undefined) {
    if (!streetId.startsWith(regionId))
      found.push(problem('REGION', '/streetid', 'does not lie in regionid'));
    else if (!isRegionAt(streetId, time))
      found.push(problem('REGION', '/streetid', 'unknown or not valid at event time'));
  }
  if (villageId !== undefined && !villageId.startsWith(streetId ?? regionId))
    found.push(problem('REGION', '/villageid', 'does not lie in the street or region of the envelope'));
}
