import { isAmendment } from '../core/amendment.js';
import { goesOn } from '../core/append.js';
import type { ChainIndex } from '../core/chain-index.js';
import type { FactEvent } from '../core/definition.js';
import { factsIn, type HistoryRow, type HistoryStore } from './history-store.js';

/** One entity of one fact with all that is stored of it. */
export interface WholeEntity {
  readonly number: number;
  readonly entity: string;
  /** Its events with the chains they belong to, each once. */
  readonly members: readonly FactEvent[];
  /** Whether nothing in it is amended. */
  readonly isPlain: boolean;
}

const isSameEntity = (a: HistoryRow, b: HistoryRow): boolean => a.entity === b.entity;

/** Where the last entity of a page begins: the next page may go on with it. */
export const startOfLast = (rows: readonly HistoryRow[]): number => {
  let start = rows.length;
  while (start > 0 && isSameEntity(rows[start - 1]!, rows.at(-1)!)) start--;
  return start;
};

/** The entities of all facts in `rows`: whole histories, sorted by entity. */
export async function wholeEntities(
  history: HistoryStore,
  rows: readonly HistoryRow[],
): Promise<WholeEntity[]> {
  const events = new Map(rows.map((row) => [row, history.event(row)]));
  const isLinked = (row: HistoryRow): boolean => row.amended || isAmendment(events.get(row)!);
  const seeds = [...new Set(rows.filter(isLinked).map((row) => row.event_id))];
  const chains = seeds.length === 0 ? undefined : await history.chains(seeds, []);
  const entities: WholeEntity[] = [];
  for (let start = 0, end = 0; start < rows.length; start = end) {
    while (end < rows.length && isSameEntity(rows[end]!, rows[start]!)) end++;
    for (const [number, own] of byFact(rows.slice(start, end))) {
      const members = own.map((row) => events.get(row)!);
      const isPlain = !own.some(isLinked) && goesOn([], members);
      entities.push({
        number,
        entity: rows[start]!.entity,
        members: isPlain ? members : membersOf(members, chains),
        isPlain,
      });
    }
  }
  return entities;
}

function byFact(rows: readonly HistoryRow[]): ReadonlyMap<number, readonly HistoryRow[]> {
  const facts = new Map<number, HistoryRow[]>();
  for (const row of rows) {
    for (const fact of factsIn(row.facts)) {
      const own = facts.get(fact);
      if (own) own.push(row);
      else facts.set(fact, [row]);
    }
  }
  return facts;
}

function membersOf(
  own: readonly FactEvent[],
  chains: ChainIndex<FactEvent> | undefined,
): readonly FactEvent[] {
  const members = new Map<string, FactEvent>();
  for (const event of own) {
    members.set(event.id, event);
    for (const linked of chains?.chainOf(event.id) ?? []) members.set(linked.id, linked);
  }
  return [...members.values()];
}
