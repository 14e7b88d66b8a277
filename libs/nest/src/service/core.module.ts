import { Module, type DynamicModule } from '@nestjs/common';
import type { Logger } from 'pino';
import { HealthController } from '../health/health.controller.js';
import { HealthRegistry } from '../health/health-registry.js';
import { MetricsController } from '../telemetry/metrics.controller.js';
import { Telemetry } from '../telemetry/telemetry.js';
import { EXIT, LOGGER, type Exit } from '../tokens.js';
import { Resources } from './resources.js';

export interface CoreOptions {
  readonly service: string;
  readonly logger: Logger;
  readonly exit: Exit;
}

/** Health, metrics, logger and closing order: what every service has, wherever it is asked for. */
@Module({})
export class CoreModule {
  static register({ service, logger, exit }: CoreOptions): DynamicModule {
    return {
      module: CoreModule,
      global: true,
      controllers: [HealthController, MetricsController],
      providers: [
        HealthRegistry,
        Resources,
        { provide: Telemetry, useValue: new Telemetry(service) },
        { provide: LOGGER, useValue: logger },
        { provide: EXIT, useValue: exit },
      ],
      exports: [HealthRegistry, Resources, Telemetry, LOGGER, EXIT],
    };
  }
}
