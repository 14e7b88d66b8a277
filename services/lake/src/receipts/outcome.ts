import type { OutcomeStatus } from './count-outcomes.js';

/** What became of one record of an intake partition. */
export interface Outcome {
  /** Offset in the intake topic; null for events accepted before it was recorded. */
  readonly offset: number | null;
  readonly status: OutcomeStatus;
  readonly eventId: string | null;
  readonly source: string | null;
  readonly type: string | null;
  readonly code: string | null;
  readonly pointer: string | null;
  /** Accepted events only. */
  readonly position: number | null;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
}

/** How far an intake partition was read, or its receipts were sent. */
export interface Reached {
  /** Newest accepted position included. */
  readonly position: number;
  /** First intake offset not included. */
  readonly nextOffset: bigint;
}

export const hasReached = (from: Reached, to: Reached): boolean =>
  from.position >= to.position && from.nextOffset >= to.nextOffset;
