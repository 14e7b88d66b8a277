import type { PartitionKey, PartitionState } from '../positions/position.store.js';
import type { AcceptedRecord } from '../publish/accepted-record.js';

/** Where the accepted events of one partition go next. */
export interface PartitionOutlet {
  /** Records just committed, in order of position. */
  offer(records: readonly AcceptedRecord[]): void;
}

/** One stay of an intake partition with this process, from its claim to the next. */
export interface Tenure {
  readonly origin: PartitionKey & { readonly topic: string };
  readonly outlet: PartitionOutlet;
  /** As of the last commit. */
  state: PartitionState;
  /** The last slice had repeats, so the next one likely has. */
  expectRepeats: boolean;
}
