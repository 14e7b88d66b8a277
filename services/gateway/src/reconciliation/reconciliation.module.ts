import { Module, type DynamicModule } from '@nestjs/common';
import { DATABASE } from '@minhai/nest';
import type { Database } from '@minhai/postgres';
import { NOW, ReconciliationController } from './reconciliation.controller.js';
import { ReconciliationStore } from './reconciliation.store.js';

@Module({})
export class ReconciliationModule {
  static register(now: () => number): DynamicModule {
    return {
      module: ReconciliationModule,
      controllers: [ReconciliationController],
      providers: [
        { provide: NOW, useValue: now },
        {
          provide: ReconciliationStore,
          inject: [DATABASE],
          useFactory: (database: Database) => new ReconciliationStore(database),
        },
      ],
    };
  }
}
