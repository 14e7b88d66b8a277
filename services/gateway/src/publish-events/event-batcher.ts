import { RetryableError } from '@minhai/errors';
import type { OutgoingRecord, Producer } from '@minhai/kafka';
import type { Delivery } from './delivery.js';
import type { Destination } from './destination.js';

export interface BatcherOptions {
  /** Longest wait of an event for company while another flush is under way. */
  readonly lingerMs: number;
  /** Events of one flush. */
  readonly flushEvents: number;
  readonly flushesInFlight: number;
  /** Events not yet acknowledged; beyond it new requests are put off and streams wait. */
  readonly outstandingEvents: number;
  readonly outstandingBytes: number;
}

interface Entry {
  readonly topic: string;
  readonly record: OutgoingRecord;
  readonly delivery: Delivery;
}

/**
 * Collects the events of all requests for a few milliseconds and produces them in one send: a call of the
 * client per request would cost more than the events themselves. A failed flush fails only its own events.
 */
export class EventBatcher implements Destination {
  private gathering: Entry[] = [];
  private readonly ready: Entry[][] = [];
  private flights = 0;
  private events = 0;
  private bytes = 0;
  private timer: NodeJS.Timeout | undefined;
  private turn: NodeJS.Immediate | undefined;
  private due = false;
  private readonly turns: (() => void)[] = [];

  constructor(
    private readonly producer: Producer,
    private readonly options: BatcherOptions,
  ) {}

  get outstanding(): number {
    return this.events;
  }

  get hasRoom(): boolean {
    return this.events < this.options.outstandingEvents && this.bytes < this.options.outstandingBytes;
  }

  add(topic: string, record: OutgoingRecord, delivery: Delivery): void {
    delivery.sent();
    this.events++;
    this.bytes += record.value?.length ?? 0;
    this.gathering.push({ topic, record, delivery });
    if (this.gathering.length >= this.options.flushEvents) this.close();
    else this.schedule();
  }

  /** True when a chunk may be added at once. */
  get isOpen(): boolean {
    return this.hasRoom && this.turns.length === 0;
  }

  /**
   * Resolves when it is the caller's turn to add a chunk; every turn taken is passed on with `passTurn`.
   * Throws RetryableError when that takes longer than `timeoutMs`.
   */
  async takeTurn(timeoutMs: number): Promise<void> {
    if (this.isOpen) return;
    await new Promise<void>((resolve, reject) => {
      const turn = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.turns.splice(this.turns.indexOf(turn), 1);
        reject(
          new RetryableError(
            'UNAVAILABLE',
            `no room for more events within ${timeoutMs} ms; send again later`,
          ),
        );
      }, timeoutMs);
      this.turns.push(turn);
    });
  }

  /** Wakes the longest waiting stream, one at a time, so that the bound is passed by one chunk and not by all. */
  passTurn(): void {
    if (this.hasRoom) this.turns.shift()?.();
  }

  /**
   * While nothing is under way there is nothing to wait for but the other requests of this turn of the loop;
   * a busy producer is given company for at most the linger.
   */
  private schedule(): void {
    if (this.flights === 0) this.turn ??= setImmediate(() => this.fallDue());
    else this.timer ??= setTimeout(() => this.fallDue(), this.options.lingerMs);
  }

  /** The batch being gathered is full: it waits for a free flight and a new one begins. */
  private close(): void {
    this.unschedule();
    this.due = false;
    this.ready.push(this.gathering);
    this.gathering = [];
    this.launch();
  }

  /** Lingered long enough: it leaves with the next free flight, and keeps gathering until there is one. */
  private fallDue(): void {
    this.unschedule();
    this.due = true;
    this.launch();
  }

  private unschedule(): void {
    clearTimeout(this.timer);
    clearImmediate(this.turn);
    this.timer = undefined;
    this.turn = undefined;
  }

  private launch(): void {
    while (this.flights < this.options.flushesInFlight) {
      if (this.ready.length === 0 && this.due && this.gathering.length > 0) return this.close();
      const entries = this.ready.shift();
      if (entries === undefined) return;
      this.flights++;
      void this.flush(entries);
    }
  }

  private async flush(entries: readonly Entry[]): Promise<void> {
    let failure: Error | undefined;
    try {
      await this.producer.send(byTopic(entries));
    } catch (error) {
      failure = error as Error;
    }
    this.flights--;
    this.events -= entries.length;
    for (const { record, delivery } of entries) {
      this.bytes -= record.value?.length ?? 0;
      delivery.settled(failure);
    }
    if (this.flights === 0) this.due = true;
    this.launch();
    this.passTurn();
  }
}

function byTopic(entries: readonly Entry[]): { topic: string; records: OutgoingRecord[] }[] {
  const topics = new Map<string, OutgoingRecord[]>();
  for (const { topic, record } of entries) {
    const records = topics.get(topic);
    if (records === undefined) topics.set(topic, [record]);
    else records.push(record);
  }
  return [...topics].map(([topic, records]) => ({ topic, records }));
}
