import type { BusinessDay } from '@minhai/domain';
import type { FactEvent, Finding } from '@minhai/facts';
import type { Posting } from '../bed-capacity/bed-posting.js';
import { finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import type { Stay } from '../resident-stays/stay.js';

/** What a day adds to the beds or to the residents of a type; `event` when it can be what exceeds them. */
interface Move {
  readonly day: BusinessDay;
  readonly of: 'beds' | 'residents';
  readonly bedType: string;
  readonly amount: number;
  readonly event: FactEvent<any> | null;
}

type Counts = Record<string, number>;

const bedMove = ({ day, event }: Posting): Move => ({
  day,
  of: 'beds',
  bedType: event.data.bedType,
  amount: event.data.delta,
  event: event.data.delta < 0 ? event : null,
});

const stayMoves = ({ begin, from, until }: Stay): Move[] => {
  const { bedType } = begin.data;
  const admitted: Move = { day: from, of: 'residents', bedType, amount: 1, event: begin };
  return until === null ? [admitted] : [admitted, { ...admitted, day: until, amount: -1, event: null }];
};

/** Dementia beds are an attribute of others, so their residents take beds of the total too. */
const BOUNDS: readonly { readonly name: string; readonly beds: string[]; readonly residents: string[] }[] = [
  { name: 'GENERAL', beds: ['GENERAL'], residents: ['GENERAL'] },
  { name: 'NURSING', beds: ['NURSING'], residents: ['NURSING'] },
  { name: 'DEMENTIA', beds: ['DEMENTIA'], residents: ['DEMENTIA'] },
  { name: 'TOTAL', beds: ['GENERAL', 'NURSING'], residents: ['GENERAL', 'NURSING', 'DEMENTIA'] },
];

/** Residents beyond the beds of their type; a finding opens on the day a bound is crossed, not every day after. */
export function overfull(postings: readonly Posting[], stays: readonly Stay[]): readonly Finding[] {
  if (stays.length === 0) return NOTHING;
  const moves = [...postings.map(bedMove), ...stays.flatMap(stayMoves)];
  const days = [...groupBy(moves, ({ day }) => day)].sort(([a], [b]) => (a < b ? -1 : 1));
  const beds: Counts = {};
  const residents: Counts = {};
  const broken = new Set<string>();
  return days.flatMap(([day, ofDay]) => {
    for (const { of, bedType, amount } of ofDay) {
      const counts = of === 'beds' ? beds : residents;
      counts[bedType] = (counts[bedType] ?? 0) + amount;
    }
    return BOUNDS.flatMap((bound): Finding[] => {
      const there = sumOf(beds, bound.beds);
      const taken = sumOf(residents, bound.residents);
      const wasBroken = broken.has(bound.name);
      if (taken > there) broken.add(bound.name);
      else broken.delete(bound.name);
      if (wasBroken || taken <= there) return [];
      const causes = ofDay.flatMap(({ event }) => event ?? []);
      const detail = {
        case: 'residents exceed beds',
        bedType: bound.name,
        day,
        residents: taken,
        beds: there,
      };
      return [finding('LIMIT', causes, detail)];
    });
  });
}

const NOTHING: readonly Finding[] = [];

const sumOf = (counts: Counts, types: readonly string[]): number =>
  types.reduce((sum, type) => sum + (counts[type] ?? 0), 0);

/** Nobody may be left when the institution closes; the closing ends the stays that are. */
export function leftBehind(closing: FactEvent<any>, stays: readonly Stay[]): Finding[] {
  const left = stays.filter(({ until }) => until === null || until > closing.day).length;
  return left === 0
    ? []
    : [
        finding('STATE', [closing], {
          case: 'closed with residents left',
          day: closing.day,
          residents: left,
        }),
      ];
}
