import { Module } from '@nestjs/common';
import { DATABASE } from '@minhai/nest';
import type { Database } from '@minhai/postgres';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import { RehearsalsController } from '../rehearsal/rehearsals.controller.js';
import { RehearsalsService } from '../rehearsal/rehearsals.service.js';
import { DefinitionsController } from './definitions.controller.js';

@Module({
  controllers: [DefinitionsController, RehearsalsController],
  providers: [
    {
      provide: RehearsalsService,
      inject: [DATABASE],
      useFactory: (database: Database) => new RehearsalsService(database, INDICATORS),
    },
  ],
})
export class DefinitionsModule {}
