import { setTimeout as sleep } from 'node:timers/promises';
import { CODES, MinhaiError, RefusedError } from '@minhai/errors';
import type { SourceRule } from '../credentials/source-rule.js';
import { Delivery } from './delivery.js';
import type { Destination } from './destination.js';
import type { EventGate } from './event-gate.js';
import { NdjsonSplitter, type LineSink } from './ndjson-splitter.js';
import { PublishReport } from './publish-report.js';
import { tooLarge, type Reception } from './receive-body.js';
import type { TokenBucket } from './token-bucket.js';

export interface StreamLimits {
  readonly bytes: number;
  readonly lines: number;
  readonly lineBytes: number;
  /** Events of one stream that may wait for Kafka. */
  readonly outstanding: number;
}

export interface LineIntakeParts {
  readonly gate: EventGate;
  readonly destination: Destination;
  readonly dryRun: boolean;
  readonly bucket: TokenBucket;
  readonly sources: SourceRule;
  readonly reception: Reception;
  readonly now: () => number;
  readonly ackTimeoutMs: number;
  readonly streamLimits: StreamLimits;
}

/** One NDJSON stream on its way in: each line judged alone, and no chunk read before the one before found room. */
export class LineIntake implements LineSink {
  readonly report: PublishReport;
  private readonly delivery = new Delivery();
  private readonly splitter: NdjsonSplitter;
  private bytes = 0;

  constructor(private readonly parts: LineIntakeParts) {
    this.report = new PublishReport(parts.dryRun);
    this.splitter = new NdjsonSplitter(parts.streamLimits.lineBytes, parts.reception.budget);
  }

  get accepted(): number {
    return this.delivery.acknowledged;
  }

  /** Synchronous while there is room: a promise per chunk is only made when the sender has to wait. */
  receive(chunk: Buffer): void | Promise<void> {
    this.bytes += chunk.length;
    if (this.bytes > this.parts.streamLimits.bytes) throw tooLarge(this.parts.streamLimits.bytes);
    if (this.mustWait()) return this.receiveLater(chunk);
    this.delivery.check();
    this.splitter.push(chunk, this);
  }

  async finish(): Promise<void> {
    this.splitter.end(this);
    await this.delivery.outstandingAtMost(0, this.parts.ackTimeoutMs);
  }

  release(): void {
    this.splitter.release();
  }

  line(number: number, bytes: Buffer): void {
    if (number > this.parts.streamLimits.lines) throw tooManyLines(this.parts.streamLimits.lines);
    this.parts.bucket.take(1);
    const verdict = this.parts.gate.judge(bytes, this.parts.sources);
    if (!verdict.admitted) return this.report.refuse(number, verdict.id, verdict.problems);
    if (verdict.warnings.length > 0) this.report.warn(number, verdict.id, verdict.warnings);
    this.parts.destination.add(verdict.topic, verdict.record, this.delivery);
  }

  tooLong(number: number): void {
    const message = `the line is longer than ${this.parts.streamLimits.lineBytes} bytes`;
    this.report.refuse(number, null, [{ code: 'SIZE', pointer: '', message }]);
  }

  /**
   * What to answer when the stream broke off: how far it came. Sending everything again is harmless, because
   * an event that arrives twice is recorded as a duplicate.
   */
  async explain(error: unknown): Promise<unknown> {
    if (!(error instanceof MinhaiError)) return error;
    const refusal =
      error instanceof RefusedError
        ? error
        : new RefusedError(503, 'UNAVAILABLE', error.message, { retryAfter: 5 });
    if (refusal.status !== 503) await this.delivery.quiet(this.parts.ackTimeoutMs);
    return new RefusedError(refusal.status, refusal.code, `${refusal.message} (${RESEND})`, {
      ...refusal.extensions,
      ...this.report.answer(this.accepted),
      linesRead: this.splitter.lines,
    });
  }

  private mustWait(): boolean {
    const { destination, bucket, now, streamLimits } = this.parts;
    return (
      !destination.isOpen || this.delivery.outstanding > streamLimits.outstanding || bucket.waitMs(now()) > 0
    );
  }

  private async receiveLater(chunk: Buffer): Promise<void> {
    const { ackTimeoutMs, destination, bucket, now, streamLimits } = this.parts;
    await sleep(bucket.waitMs(now()));
    await this.delivery.outstandingAtMost(streamLimits.outstanding, ackTimeoutMs);
    await destination.takeTurn(ackTimeoutMs);
    try {
      this.splitter.push(chunk, this);
    } finally {
      destination.passTurn();
    }
  }
}

const RESEND =
  'accepted events are safe; sending the whole stream again is harmless, duplicates are recognised by their id';

const tooManyLines = (limit: number): RefusedError =>
  new RefusedError(413, 'SIZE', `more than ${limit} lines; ${CODES.SIZE.en}`);
