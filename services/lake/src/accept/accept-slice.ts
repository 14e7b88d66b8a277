import { RetryableError } from '@minhai/errors';
import { UNIQUE_VIOLATION, sqlStateOf, type Database, type Transaction } from '@minhai/postgres';
import type { Failpoints } from '../failpoints/failpoints.js';
import {
  advancePartition,
  lockPartition,
  type PartitionKey,
  type PartitionState,
} from '../positions/position.store.js';
import { hold, problem, type HeldRecord } from '../quarantine/held-record.js';
import { insertHeld } from '../quarantine/quarantine.store.js';
import { addOutcomes } from '../receipts/daily-outcome.store.js';
import { insertRepeats } from '../receipts/receipt.store.js';
import { classify } from './classify.js';
import { findHashes, insertAbsent, insertNew, type PlacedEvent } from './event.store.js';
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
  constructor(readonly reason: 'moved' | 'outrun') {
    super(reason);
  }
}

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
      if (!expectRepeats) {
        const accepted = await this.optimistically(slice);
        if (accepted) return accepted;
      }
      return await this.carefully(slice);
    } catch (error) {
      if (error instanceof Undo && error.reason === 'moved') return { outcome: 'moved' };
      throw error;
    }
  }

  private async optimistically(slice: Slice): Promise<Acceptance | undefined> {
    try {
      return await this.database.transaction(async (tx) => {
        const placed = placedFrom(slice.from.position, slice.candidates);
        await this.advance(tx, slice, placed.length);
        await insertNew(tx, slice.origin, placed);
        await insertHeld(tx, slice.origin, slice.held);
        await addOutcomes(tx, slice.origin, { placed, held: slice.held, repeats: [] });
        await this.failpoints.hit('lake.before-commit');
        return committed(slice, { placed, held: slice.held, repeats: 0 });
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
    if ((await insertAbsent(tx, origin, placed)) !== placed.length) throw new Undo('outrun');
    await insertHeld(tx, origin, held);
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
    await addOutcomes(tx, origin, { placed, held, repeats });
    await this.advance(tx, slice, placed.length);
    await this.failpoints.hit('lake.before-commit');
    return committed(slice, { placed, held, repeats: repeats.length });
  }

  private async advance(
    tx: Transaction,
    { origin, from, nextOffset }: Slice,
    accepted: number,
  ): Promise<void> {
    if (!(await advancePartition(tx, origin, from, { nextOffset, accepted }))) throw new Undo('moved');
  }
}

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
