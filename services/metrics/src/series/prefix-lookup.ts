import type { BusinessDay } from '@minhai/domain';
import type { Amount, Lookup } from '../evaluate/window.js';
import { groupBy } from '../facts/group-by.js';
import type { Change } from './change.reader.js';

/** Running sums of one member of a measure, by day. */
interface Member {
  readonly street: string;
  readonly dims: Readonly<Record<string, string>>;
  readonly days: readonly BusinessDay[];
  readonly sums: readonly bigint[];
}

/** Before every day: where the sum of what came earlier stands. */
const EARLIER: BusinessDay = '';

/** Answers any window that does not begin before the days of the changes, each by two look-ups in running sums. */
export function prefixLookup(changes: readonly Change[]): Lookup {
  const measures = new Map<string, Member[]>();
  for (const group of groupBy(changes, (it) => JSON.stringify([it.measure, it.street, it.dims])).values()) {
    const { measure, street, dims } = group[0]!;
    const ordered = group
      .map(({ day, amount }) => ({ day: day ?? EARLIER, amount }))
      .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
    let sum = 0n;
    const sums = ordered.map(({ amount }) => (sum += amount));
    const members = measures.get(measure) ?? [];
    members.push({ street, dims, days: ordered.map(({ day }) => day), sums });
    measures.set(measure, members);
  }
  return ({ measure, from, to }) =>
    (measures.get(measure) ?? []).flatMap((member): Amount[] => {
      const amount = sumBefore(member, to, true) - (from === null ? 0n : sumBefore(member, from, false));
      return amount === 0n ? [] : [{ street: member.street, dims: member.dims, amount }];
    });
}

function sumBefore({ days, sums }: Member, day: BusinessDay, included: boolean): bigint {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (included ? days[middle]! <= day : days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0n : sums[low - 1]!;
}
