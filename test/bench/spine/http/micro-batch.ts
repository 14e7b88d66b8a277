import type { OutgoingRecord, Producer } from '@minhai/kafka';

interface Entry {
  readonly topic: string;
  readonly record: OutgoingRecord;
}

/** Collects records as the gateway does, in the fewest lines: one send per `flushEvents` or after `lingerMs`. */
export class MicroBatch {
  private entries: Entry[] = [];
  private flushed: Promise<void> | undefined;
  private flush: () => void = () => undefined;

  constructor(
    private readonly producer: Producer,
    private readonly limits: { readonly lingerMs: number; readonly flushEvents: number },
  ) {}

  /** Resolves when the record is acknowledged. */
  add(topic: string, record: OutgoingRecord): Promise<void> {
    this.entries.push({ topic, record });
    this.flushed ??= new Promise<void>((resolve) => {
      const timer = setTimeout(() => this.flush(), this.limits.lingerMs);
      this.flush = () => {
        clearTimeout(timer);
        resolve();
      };
    }).then(() => this.send());
    const { flushed } = this;
    if (this.entries.length >= this.limits.flushEvents) this.flush();
    return flushed;
  }

  private send(): Promise<void> {
    const topics = new Map<string, OutgoingRecord[]>();
    for (const { topic, record } of this.entries) {
      const records = topics.get(topic);
      if (records) records.push(record);
      else topics.set(topic, [record]);
    }
    this.entries = [];
    this.flushed = undefined;
    return this.producer.send([...topics].map(([topic, records]) => ({ topic, records })));
  }
}
