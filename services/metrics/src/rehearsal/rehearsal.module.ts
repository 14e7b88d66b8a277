import { Module } from '@nestjs/common';
import { DATABASE } from '@minhai/nest';
import type { Database } from '@minhai/postgres';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import { RehearsalsController } from './rehearsals.controller.js';
import { RehearsalsService } from './rehearsals.service.js';

@Module({
  controllers: [RehearsalsController],
  providers: [
    {
      provide: RehearsalsService,
      inject: [DATABASE],
      useFactory: (database: Database) => new RehearsalsService(database, INDICATORS),
    },
  ],
})
export class RehearsalModule {}
