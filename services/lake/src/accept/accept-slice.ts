import { RetryableError } from '@minhai/errors';
import { UNIQUE_VIOLATION, sqlStateOf, type Database, type Transaction } from '@minhai/postgres';
import type { Failpoints } from '../failpoints/failpoints.js';
import {
  advancePartitions,
  lockPartition,
  type PartitionKey,
  type PartitionState,
  type PartitionStep,
} from '../positions/position.store.js';
import { hold, problem, type HeldRecord } from '../quarantine/held-record.js';
import { insertHeld, type PartitionedRecord } from '../quarantine/quarantine.store.js';
import { addOutcomes } from '../receipts/daily-outcome.store.js';
import { insertRepeats } from '../receipts/receipt.store.js';
import { classify } from './classify.js';
import {
  findHashes,
  insertAbsent,
  insertNew,
  type PartitionedEvent,
  type PlacedEvent,
} from './event.store.js';
import type { Candidate, Judgement } from './judge-batch.js';

export interface Slice extends Judgement {
  readonly origin: PartitionKey & { readonly topic: string };
  /** Where the partition stands, as far as this process knows. */
  readonly from: PartitionState;
  readonly nextOffset: bigint;
}

export type Acceptance =
  | {
      readonly outcome: 'committed';
      /** Where the partition stands now. */
      readonly state: PartitionState;
      readonly placed: readonly PlacedEvent[];
      readonly held: readonly HeldRecord[];
      readonly repeats: number;
    }
  /** The partition is not where `from` says; nothing was written. */
  | { readonly outcome: 'moved' };

/** Undoes the transaction for a reason that is part of the plan. */
class Undo extends Error {
  constructor(readonly reason: 'moved' | 'outrun' | 'repeats') {
    super(reason);
  }
}

/** Whether a transaction was undone for such a reason. */
export const isUndone = (error: unknown): boolean => error instanceof Undo;

const DEADLOCK = '40P01';
const MOST_RACES = 5;

/**
 * One transaction: events, quarantine, receipts, offset and position, or nothing. Most slices hold no repeat, so the
 * first try inserts them as new, with positions already given; a known id undoes it and the careful way tells repeats,
 * conflicts and news apart first.
 */
export class SliceAcceptor {
  constructor(
    private readonly database: Database,
    private readonly failpoints: Failpoints,
  ) {}

  /** `expectRepeats` goes the careful way at once. Throws RetryableError when PostgreSQL cannot be had. */
  async accept(slice: Slice, expectRepeats: boolean): Promise<Acceptance> {
    try {
      const accepted = expectRepeats ? undefined : await this.optimistically([slice]);
      return accepted?.[0] ?? (await this.carefully(slice));
    } catch (error) {
      if (error instanceof Undo && error.reason === 'moved') return { outcome: 'moved' };
      throw error;
    }
  }

  /**
   * Slices of different partitions in one transaction, none of which is expected to hold repeats. Throws when one of
   * them does after all, or its partition moved: then nothing was written and each is to be accepted by itself.
   */
  async acceptTogether(slices: readonly Slice[]): Promise<readonly Acceptance[]> {
    if (slices.length === 1) return [await this.accept(slices[0]!, false)];
    const accepted = await this.optimistically(slices);
    if (!accepted) throw new Undo('repeats');
    return accepted;
  }

  /** Undefined when an id is known already. */
  private async optimistically(slices: readonly Slice[]): Promise<readonly Acceptance[] | undefined> {
    try {
      return await this.database.transaction(async (tx) => {
        const results = slices.map(({ origin, from, candidates, held }) => ({
          origin,
          placed: placedFrom(from.position, candidates),
          held,
          repeats: [],
        }));
        await this.advance(
          tx,
          slices.map((slice, i) => ({ ...slice, accepted: results[i]!.placed.length })),
        );
        await insertNew(tx, results.flatMap(placedIn));
        await insertHeld(tx, results.flatMap(heldIn));
        await addOutcomes(tx, results);
        await this.failpoints.hit('lake.before-commit');
        return slices.map((slice, i) => committed(slice, { ...results[i]!, repeats: 0 }));
      });
    } catch (error) {
      const state = sqlStateOf(error) ?? '';
      const cause = sqlStateOf((error as Error).cause);
      if (state === UNIQUE_VIOLATION || cause === DEADLOCK) return undefined;
      throw error;
    }
  }

  private async carefully(slice: Slice): Promise<Acceptance> {
    for (let race = 0; race < MOST_RACES; race++) {
      try {
        return await this.database.transaction((tx) => this.sorted(tx, slice), { retries: MOST_RACES });
      } catch (error) {
        if (!(error instanceof Undo) || error.reason !== 'outrun') throw error;
      }
    }
    throw new RetryableError('UNAVAILABLE', 'other partitions kept bringing the same ids first');
  }

  private async sorted(tx: Transaction, slice: Slice): Promise<Acceptance> {
    const { origin, from, candidates } = slice;
    const state = await lockPartition(tx, origin);
    if (state.epoch !== from.epoch || state.nextOffset !== from.nextOffset) throw new Undo('moved');
    const accepted = await findHashes(
      tx,
      candidates.map(({ event }) => event.id),
    );
    const { fresh, repeats, conflicts } = classify(candidates, accepted);
    const placed = placedFrom(from.position, fresh);
    const held = [...slice.held, ...conflicts.map(holdConflict)];
    const fate = { origin, placed, held };
    if ((await insertAbsent(tx, placedIn(fate))) !== placed.length) throw new Undo('outrun');
    await insertHeld(tx, heldIn(fate));
    await insertRepeats(
      tx,
      origin,
      repeats.map(({ record, event }) => ({
        offset: record.offset,
        eventId: event.id,
        source: event.source,
        type: event.type,
      })),
    );
    await addOutcomes(tx, [{ ...fate, repeats }]);
    await this.advance(tx, [{ ...slice, accepted: placed.length }]);
    await this.failpoints.hit('lake.before-commit');
    return committed(slice, { placed, held, repeats: repeats.length });
  }

  private async advance(tx: Transaction, steps: readonly PartitionStep[]): Promise<void> {
    if (!(await advancePartitions(tx, steps))) throw new Undo('moved');
  }
}

/** What became of the records of one slice. */
interface Fate {
  readonly origin: Slice['origin'];
  readonly placed: readonly PlacedEvent[];
  readonly held: readonly HeldRecord[];
}

const placedIn = ({ origin, placed }: Fate): PartitionedEvent[] =>
  placed.map(({ candidate, position }) => ({ candidate, position, origin }));

const heldIn = ({ origin, held }: Fate): PartitionedRecord[] => held.map((one) => ({ ...one, origin }));

const placedFrom = (position: number, candidates: readonly Candidate[]): PlacedEvent[] =>
  candidates.map((candidate, i) => ({ candidate, position: position + 1 + i }));

const holdConflict = ({ record }: Candidate): HeldRecord => hold(record, [problem('ID_CONFLICT', '/id')]);

function committed(
  { from, nextOffset }: Slice,
  result: { placed: readonly PlacedEvent[]; held: readonly HeldRecord[]; repeats: number },
): Acceptance {
  const position = from.position + result.placed.length;
  return { outcome: 'committed', state: { epoch: from.epoch, nextOffset, position }, ...result };
}
