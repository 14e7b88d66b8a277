import type { Queryable } from '@minhai/postgres';
import type { ConsumedPosition } from '../rebuild.js';

/** A part of a rebuild that can be done beside others: one partition of the lake, or entities that follow one another. */
export type RebuildPart =
  | { readonly phase: 'load'; readonly target: ConsumedPosition }
  | {
      readonly phase: 'derive';
      /** The entity before the first, and the last; null: to the end. */
      readonly after: string;
      readonly last: string | null;
    };

/** What all parts of one rebuild have in common. Like them plain data, which may go to another thread. */
export interface RebuildOrder {
  readonly schema: string;
  /** Whose rebuild it is. */
  readonly token: string;
  /** Names of facts with their numbers in the new tables. */
  readonly numbers: readonly (readonly [name: string, number: number])[];
}

/** Does parts of one rebuild. */
export interface PartPool {
  /** How many may be under way. */
  readonly size: number;
  /** `done`: told of the events of each transaction that has committed. Throws what `done` throws. */
  run(part: RebuildPart, done: (events: number) => void): Promise<void>;
  /** Nothing of it works any more when this resolves, finished or not. */
  close(): Promise<void>;
}

/** So many parts at most: the last that are under way should end at about the same time. */
const MOST_PARTS = 16;
const LEAST_ENTRIES = 20_000;

/** The longest first: what is begun last should be short. */
export const loadParts = (targets: readonly ConsumedPosition[]): RebuildPart[] =>
  [...targets].sort((a, b) => b.position - a.position).map((target) => ({ phase: 'load' as const, target }));

/** Parts of about as many entries of the history each; whole entities. */
export async function deriveParts(
  db: Queryable,
  schema: string,
): Promise<{ readonly parts: readonly RebuildPart[]; readonly total: number }> {
  const [count] = await db.query<{ total: number }>(
    `SELECT count(*) AS total FROM ${schema}.history WHERE entity <> ''`,
  );
  const { total } = count!;
  const size = Math.max(LEAST_ENTRIES, Math.ceil(total / MOST_PARTS));
  const ends = await db.query<{ entity: string }>(
    `SELECT DISTINCT n.entity FROM (
       SELECT entity, row_number() OVER (ORDER BY entity) AS number FROM ${schema}.history WHERE entity <> '') n
     WHERE n.number % $1 = 0 ORDER BY n.entity`,
    [size],
  );
  const last = [...ends.map(({ entity }) => entity), null];
  return {
    parts: last.map((entity, i) => ({ phase: 'derive', after: last[i - 1] ?? '', last: entity })),
    total,
  };
}
