import type { Readable } from 'node:stream';
import { RefusedError, RetryableError } from '@minhai/errors';
import type { Publisher } from '../credentials/publisher.js';
import { Delivery } from './delivery.js';
import { NOWHERE, type Destination } from './destination.js';
import type { Admitted, EventGate, Refused } from './event-gate.js';
import { LineIntake, type StreamLimits } from './line-intake.js';
import { PublishReport, type PublishAnswer } from './publish-report.js';
import { receiveBody, type Reception } from './receive-body.js';
import { splitJsonArray } from './split-json-array.js';
import type { RateLimiter } from './token-bucket.js';

/** More than a batch of the allowed size can hold of real events; guards against millions of empty elements. */
const MOST_ELEMENTS = 10_000;

export interface PublishParts {
  readonly gate: EventGate;
  readonly destination: Destination;
  readonly limiter: RateLimiter;
  readonly reception: Reception;
  readonly now: () => number;
  /** Longest wait for Kafka. */
  readonly ackTimeoutMs: number;
  readonly streamLimits: StreamLimits;
}

/** Takes events in. Every method resolves only after Kafka has acknowledged what it reports as accepted. */
export class PublishEvents {
  constructor(private readonly parts: PublishParts) {}

  private get dryRun(): boolean {
    return this.parts.destination === NOWHERE;
  }

  /** The same judgement, and nothing produced. */
  asDryRun(): PublishEvents {
    return new PublishEvents({ ...this.parts, destination: NOWHERE });
  }

  /** Throws RefusedError QUOTA when the publisher has overdrawn his rate. Costs one event, so that empty requests cost too. */
  admit(publisher: Publisher): void {
    const wait = this.parts.limiter.bucketOf(publisher.credentialId).waitMs(this.parts.now());
    if (wait === 0) return;
    throw new RefusedError(429, 'QUOTA', undefined, { retryAfter: Math.ceil(wait / 1000) });
  }

  async publishOne(body: Buffer, publisher: Publisher): Promise<PublishAnswer> {
    this.charge(publisher, 1);
    const verdict = this.parts.gate.judge(body, publisher.sources);
    if (!verdict.admitted) throw refusalOfOne(verdict);
    const report = new PublishReport(this.dryRun);
    await this.deliver([{ line: 1, verdict }], report);
    return report.answer(1);
  }

  async publishBatch(body: Buffer, publisher: Publisher): Promise<PublishAnswer> {
    const events = splitJsonArray(body, MOST_ELEMENTS);
    this.charge(publisher, events.length);
    const report = new PublishReport(this.dryRun);
    const admitted: { line: number; verdict: Admitted }[] = [];
    events.forEach((text, index) => {
      const verdict = this.parts.gate.judge(text, publisher.sources);
      if (verdict.admitted) admitted.push({ line: index + 1, verdict });
      else report.refuse(index + 1, verdict.id, verdict.problems);
    });
    await this.deliver(admitted, report);
    return answerOf(report, admitted.length);
  }

  /** Reads the stream to its end, holding one chunk and a bounded number of events. */
  async publishLines(stream: Readable, publisher: Publisher): Promise<PublishAnswer> {
    const bucket = this.parts.limiter.bucketOf(publisher.credentialId);
    const intake = new LineIntake({ ...this.parts, dryRun: this.dryRun, bucket, sources: publisher.sources });
    try {
      await receiveBody(stream, this.parts.reception.watch, (chunk) => intake.receive(chunk));
      await intake.finish();
    } catch (error) {
      throw await intake.explain(error);
    } finally {
      intake.release();
    }
    return answerOf(intake.report, intake.accepted);
  }

  private charge(publisher: Publisher, events: number): void {
    this.parts.limiter.bucketOf(publisher.credentialId).take(Math.max(1, events));
  }

  private async deliver(
    events: readonly { line: number; verdict: Admitted }[],
    report: PublishReport,
  ): Promise<void> {
    const { destination, ackTimeoutMs } = this.parts;
    if (!destination.hasRoom)
      throw new RetryableError('UNAVAILABLE', 'too many events wait for Kafka; send again later');
    const delivery = new Delivery();
    for (const { line, verdict } of events) {
      if (verdict.warnings.length > 0) report.warn(line, verdict.id, verdict.warnings);
      destination.add(verdict.topic, verdict.record, delivery);
    }
    await delivery.outstandingAtMost(0, ackTimeoutMs);
  }
}

function refusalOfOne({ id, problems }: Refused): RefusedError {
  const { code, pointer, message } = problems[0]!;
  return new RefusedError(code === 'SOURCE_NOT_ALLOWED' ? 403 : 400, code, message, {
    id,
    pointer,
    problems,
  });
}

/** 202 when anything was accepted; when nothing was, the request as a whole was bad. */
function answerOf(report: PublishReport, accepted: number): PublishAnswer {
  const answer = report.answer(accepted);
  if (accepted > 0) return answer;
  const first = answer.refused[0];
  if (first === undefined) throw new RefusedError(400, 'BODY', 'the body holds no event');
  throw new RefusedError(
    400,
    first.code,
    'no event was accepted; the first problem is in line ' + first.line,
    { ...answer },
  );
}
