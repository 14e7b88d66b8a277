import type { IncomingRecord, OutgoingRecord, UnreadableRange } from '../port.js';

/** One partition. Offsets start at 0 and have no gaps. */
export class InMemoryLog {
  private readonly records: IncomingRecord[] = [];
  private waiting: (() => void)[] = [];

  get highWatermark(): bigint {
    return BigInt(this.records.length);
  }

  append({ key, value, headers }: OutgoingRecord, timestamp: number): void {
    this.records.push({ offset: this.highWatermark, timestamp, key, value, headers });
  }

  appendUnreadable(what: Omit<UnreadableRange, 'firstOffset'>, timestamp: number): void {
    const offset = this.highWatermark;
    const unreadable = { ...what, firstOffset: offset };
    this.records.push({ offset, timestamp, key: null, value: null, headers: {}, unreadable });
    this.announce();
  }

  all(): readonly IncomingRecord[] {
    return this.records;
  }

  from(offset: bigint, count: number): readonly IncomingRecord[] {
    const first = Number(offset);
    return this.records.slice(first, first + count);
  }

  /** Calls back once, at the next append. */
  onAppend(callback: () => void): void {
    this.waiting.push(callback);
  }

  announce(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const callback of waiting) callback();
  }
}
