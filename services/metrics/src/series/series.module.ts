import { Module } from '@nestjs/common';
import { DATABASE } from '@minhai/nest';
import type { Database } from '@minhai/postgres';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import { CLOCK, type Clock } from '../tokens.js';
import { SeriesController } from './series.controller.js';
import { SeriesService } from './series.service.js';

@Module({
  controllers: [SeriesController],
  providers: [
    {
      provide: SeriesService,
      inject: [DATABASE, CLOCK],
      useFactory: (database: Database, clock: Clock) => new SeriesService(database, INDICATORS, clock),
    },
  ],
})
export class SeriesModule {}
