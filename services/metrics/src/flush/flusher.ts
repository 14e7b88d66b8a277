import type { Producer } from '@minhai/kafka';
import { Rounds, type Exit, type Logger, type Telemetry } from '@minhai/nest';
import type { Database } from '@minhai/postgres';
import { storeDefinitions } from '../gold/definition.store.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import type { DefinitionWatch } from '../rebuild/definition-watch.js';
import { announce } from './announcer.js';
import { restAfter } from './duty-cycle.js';
import { IndicatorFlush } from './flush.js';
import { noteEverythingMoved } from './moved.store.js';

const RETRY_MS = 1_000;
/** Another process flushes; this one looks whether it still does. */
const NOT_OURS_MS = 500;

export interface FlusherOptions {
  readonly database: Database;
  readonly producer: Producer;
  /** `<prefix>.indicator.changed`. */
  readonly topic: string;
  readonly indicators: readonly IndicatorDefinition[];
  /** Whether the cells are of this build's definitions. */
  readonly definitions: Pick<DefinitionWatch, 'isCurrent'>;
  /** Whether folding has all it can do: then a flush takes the less of it. */
  readonly folding: { readonly isBusy: boolean };
  readonly logger: Logger;
  readonly exit: Exit;
  readonly telemetry: Telemetry;
}

/** Brings the indicators up to date on a duty cycle, for as long as the service runs. */
export class Flusher extends Rounds {
  private begun = false;
  private readonly flush: IndicatorFlush;
  private readonly seconds: ReturnType<Telemetry['histogram']>;
  private readonly written: ReturnType<Telemetry['counter']>;

  constructor(private readonly options: FlusherOptions) {
    super({
      ...options,
      firstMs: 0,
      retryMs: RETRY_MS,
      failures: {
        passing: 'indicators could not be brought up to date; trying again',
        final: 'indicators cannot be brought up to date',
      },
    });
    this.flush = new IndicatorFlush(options.database, options.indicators);
    this.seconds = options.telemetry.histogram('flush_seconds', 'Time to bring the indicators up to date');
    this.written = options.telemetry.counter(
      'indicator_values_written_total',
      'Indicator values that changed',
    );
  }

  protected async round(): Promise<number> {
    const { database, producer, topic } = this.options;
    if (!(await this.options.definitions.isCurrent())) return RETRY_MS;
    if (!this.begun) await this.begin();
    const start = performance.now();
    const { held, changed, vanished } = await this.flush.flush();
    const flushedAt = performance.now();
    const elapsed = flushedAt - start;
    if (changed + vanished > 0) {
      this.seconds.observe(elapsed / 1000);
      this.written.inc(changed + vanished);
    }
    await announce(database, producer, topic);
    if (!held) return NOT_OURS_MS;
    // Announcing is waiting for others: the rest goes on meanwhile.
    const rested = performance.now() - flushedAt;
    return Math.max(0, restAfter(elapsed, this.options.folding.isBusy) - rested);
  }

  /** The code may have changed since the last start, and with it definitions and what they make of the cells. */
  private async begin(): Promise<void> {
    const { database, indicators } = this.options;
    await storeDefinitions(database, indicators);
    await noteEverythingMoved(database);
    this.begun = true;
  }
}
