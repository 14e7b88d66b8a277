import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { policyOf } from '@minhai/errors';
import type { Producer } from '@minhai/kafka';
import { DATABASE, EXIT, type Exit, LOGGER, type Logger, PRODUCER, Telemetry } from '@minhai/nest';
import type { Database } from '@minhai/postgres';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import { TOPIC_PREFIX } from '../tokens.js';
import { announce } from './announcer.js';
import { restAfter } from './duty-cycle.js';
import { flush } from './flush.js';

/** Brings the indicators up to date on a duty cycle, for as long as the service runs. */
@Injectable()
export class Flusher implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;
  private readonly topic: string;
  private readonly seconds: ReturnType<Telemetry['histogram']>;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(PRODUCER) private readonly producer: Producer,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(EXIT) private readonly exit: Exit,
    ...[telemetry, prefix]: [Telemetry, string]
  ) {
    this.topic = `${prefix}.indicator.changed`;
    this.seconds = telemetry.histogram('flush_seconds', 'Time to bring the indicators up to date');
  }

  onApplicationBootstrap(): void {
    this.schedule(0);
  }

  /** The flush that runs is finished; what moves afterwards waits for the next start. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }
}
