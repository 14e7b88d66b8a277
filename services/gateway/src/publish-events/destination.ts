import type { OutgoingRecord } from '@minhai/kafka';
import type { Delivery } from './delivery.js';

/** Where admitted events go: to Kafka, or, in a dry run, nowhere. */
export interface Destination {
  /** False when nothing more may be added for now. */
  readonly hasRoom: boolean;
  /** True when a chunk may be added at once. */
  readonly isOpen: boolean;
  add(topic: string, record: OutgoingRecord, delivery: Delivery): void;
  /** Resolves when it is the caller's turn to add a chunk; every turn taken is passed on with `passTurn`. */
  takeTurn(timeoutMs: number): Promise<void>;
  passTurn(): void;
}

/** A dry run: everything up to the producer happens, and nothing is produced. */
export const NOWHERE: Destination = {
  hasRoom: true,
  isOpen: true,
  add(_topic, _record, delivery) {
    delivery.sent();
    delivery.settled();
  },
  takeTurn: () => Promise.resolve(),
  passTurn: () => undefined,
};
