import { RetryableError } from '@minhai/errors';
import type { KafkaLogger } from '../logger.js';
import { protocolTypeOf } from './failure.js';

const EXPELLED = new Set(['UNKNOWN_MEMBER_ID', 'ILLEGAL_GENERATION', 'FENCED_INSTANCE_ID']);

type Beat = () => Promise<void>;

export interface HeartOptions {
  readonly intervalMs: number;
  readonly sessionTimeoutMs: number;
  readonly logger: KafkaLogger;
  /** The group went on without us: what we hold is no longer ours. */
  readonly onExpelled: () => void;
}

/**
 * Keeps the group membership alive while batches are handled: kafkajs itself beats between batches only. A handler
 * that hangs is kept alive too; finding that out is the watchdog's part.
 */
export class Heart {
  private lastBeat = Date.now();
  private lastTry = 0;
  private busy = 0;
  private beat: Beat | undefined;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly options: HeartOptions) {
    this.timer = setInterval(() => void this.onTimer(), options.intervalMs);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** kafkajs reports a heartbeat answered, or a group joined. */
  alive(): void {
    this.lastBeat = Date.now();
  }

  expired(): boolean {
    return Date.now() - this.lastBeat > this.options.sessionTimeoutMs;
  }

  /** Beats on a timer as long as `work` runs. */
  async during<T>(beat: Beat, work: () => Promise<T>): Promise<T> {
    this.beat = beat;
    this.busy += 1;
    try {
      return await work();
    } finally {
      this.busy -= 1;
    }
  }

  /** At most one request per interval. Throws RetryableError, with what kafkajs must hear as its cause. */
  async pulse(): Promise<void> {
    const now = Date.now();
    if (!this.beat || now - this.lastTry < this.options.intervalMs) return;
    this.lastTry = now;
    try {
      await this.beat();
    } catch (error) {
      if (EXPELLED.has(protocolTypeOf(error) ?? '')) this.options.onExpelled();
      throw new RetryableError('UNAVAILABLE', 'the consumer group is changing', { cause: error });
    }
  }

  private async onTimer(): Promise<void> {
    if (this.busy === 0) return;
    try {
      await this.pulse();
    } catch (error) {
      // kafkajs beats again after the batch, meets the same answer and joins the group anew.
      this.options.logger.debug({ err: error }, 'heartbeat failed while a batch is handled');
    }
  }
}
