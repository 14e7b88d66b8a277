import { regionsAbove } from '../region/region-code.js';
import type { BusinessMonth } from '../time/business-day.js';

/** A published relief standard (救助标准). */
export interface ReliefStandard {
  /** 6-digit division it was published for; it holds below that too. */
  readonly region: string;
  readonly item: string;
  /** First month in which it holds, until a later one of the same region and item. */
  readonly effectiveMonth: BusinessMonth;
  /** Fen a person and month. */
  readonly amountFen: number;
  /** Epoch milliseconds; of two for the same region, item and month the later registered holds. */
  readonly recordedTime: number;
  /** Event id; decides between two registered at the same instant, the greater one holds. */
  readonly id?: string | undefined;
}

export interface ReliefPlace {
  readonly region: string;
  readonly item: string;
}

/**
 * The standard of an item in a month: of the nearest division that has published any (district, city, province), the
 * one with the latest effective month up to it. Undefined when none held yet. The order of `standards` does not matter.
 */
export function reliefStandardAt(
  standards: Iterable<ReliefStandard>,
  { region, item }: ReliefPlace,
  month: BusinessMonth,
): ReliefStandard | undefined {
  const regions = regionsAbove(region);
  let best: ReliefStandard | undefined;
  for (const candidate of standards) {
    if (candidate.item !== item || candidate.effectiveMonth > month) continue;
    if (regions.includes(candidate.region) && (!best || supersedes(candidate, best, regions)))
      best = candidate;
  }
  return best;
}

function supersedes(candidate: ReliefStandard, best: ReliefStandard, regions: readonly string[]): boolean {
  const nearer = regions.indexOf(best.region) - regions.indexOf(candidate.region);
  if (nearer !== 0) return nearer > 0;
  if (candidate.effectiveMonth !== best.effectiveMonth) return candidate.effectiveMonth > best.effectiveMonth;
  if (candidate.recordedTime !== best.recordedTime) return candidate.recordedTime > best.recordedTime;
  return (candidate.id ?? '') > (best.id ?? '');
}

/**
 * The most a household of 最低生活保障 may get in a month, in fen: standard × persons − income, never below 0
 * (社会救助暂行办法 art. 12: the difference between the income per head and the standard).
 */
export const reliefCeilingFen = (standardFen: number, persons: number, incomeFen: number): number =>
  Math.max(0, standardFen * persons - incomeFen);
