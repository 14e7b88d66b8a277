import { Module, type DynamicModule } from '@nestjs/common';
import { openDatabase, type Database, type DatabaseOptions } from '@minhai/postgres';
import type { Logger } from 'pino';
import { HealthRegistry } from '../health/health-registry.js';
import { Resources } from '../service/resources.js';
import { DATABASE, LOGGER } from '../tokens.js';

/** Provides DATABASE everywhere: opened once, watched by readiness, closed after consumers and producers. */
@Module({})
export class DatabaseModule {
  static register(options: Omit<DatabaseOptions, 'onError'>): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        {
          provide: DATABASE,
          inject: [LOGGER, HealthRegistry, Resources],
          useFactory: (logger: Logger, health: HealthRegistry, resources: Resources): Database => {
            const onError = (error: Error): void =>
              logger.warn({ err: error }, 'database connection lost while idle');
            const database = openDatabase({ ...options, onError });
            health.addCheck('database', () => database.ping());
            resources.closeAt('database', () => database.close());
            return database;
          },
        },
      ],
      exports: [DATABASE],
    };
  }
}
