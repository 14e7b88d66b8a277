import { Module, type DynamicModule } from '@nestjs/common';
import { loadCatalogue } from '@minhai/events';
import { DATABASE } from '@minhai/nest';
import type { Database } from '@minhai/postgres';
import type { GatewayConfig } from '../config.js';
import { Publishers } from '../credentials/publisher.js';
import { ArrivalWatch } from '../publish-events/arrival-watch.js';
import { MemoryBudget } from '../publish-events/memory-budget.js';
import { CompatibilityController } from './compatibility.controller.js';
import { ElsewhereController } from './elsewhere.controller.js';
import { publishRelease } from './released-versions.js';
import { Registrars } from './registrars.js';
import { RegistryBody } from './registry-body.js';
import { SchemaRegistry } from './schema-registry.service.js';
import { SchemaStore } from './schema.store.js';
import { SchemasController } from './schemas.controller.js';
import { SettingsController } from './settings.controller.js';
import { SubjectNames } from './subject-names.js';
import { SubjectsController } from './subjects.controller.js';

const BODY_MEMORY_BYTES = 8 * 1024 * 1024;
const ARRIVAL_GRACE_MS = 2_000;
const BODY_MS = 10_000;

/** The schema registry under /registry: Confluent's REST subset that serializers and tools use. */
@Module({})
export class SchemaRegistryModule {
  static register(config: GatewayConfig): DynamicModule {
    return {
      module: SchemaRegistryModule,
      controllers: [
        SubjectsController,
        SchemasController,
        CompatibilityController,
        SettingsController,
        ElsewhereController,
      ],
      providers: [
        { provide: RegistryBody, useFactory: () => registryBody(config) },
        {
          provide: Registrars,
          inject: [Publishers],
          useFactory: (publishers: Publishers) => new Registrars(publishers),
        },
        {
          provide: SchemaRegistry,
          inject: [DATABASE],
          useFactory: async (database: Database): Promise<SchemaRegistry> => {
            const [catalogue, store] = [loadCatalogue(), new SchemaStore(database)];
            await publishRelease(catalogue, store);
            return new SchemaRegistry(store, catalogue, new SubjectNames(catalogue));
          },
        },
      ],
    };
  }
}

const registryBody = (config: GatewayConfig): RegistryBody =>
  new RegistryBody(
    {
      watch: new ArrivalWatch({
        minBytesPerSecond: config.BODY_MIN_BYTES_PER_SECOND,
        graceMs: ARRIVAL_GRACE_MS,
      }),
      budget: new MemoryBudget(BODY_MEMORY_BYTES),
    },
    BODY_MS,
  );
