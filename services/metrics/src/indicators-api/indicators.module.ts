import { Module } from '@nestjs/common';
import { DATABASE } from '@minhai/nest';
import type { Database } from '@minhai/postgres';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import { CLOCK, type Clock } from '../tokens.js';
import { IndicatorsController } from './indicators.controller.js';
import { IndicatorsService } from './indicators.service.js';

@Module({
  controllers: [IndicatorsController],
  providers: [
    {
      provide: IndicatorsService,
      inject: [DATABASE, CLOCK],
      useFactory: (database: Database, clock: Clock) => new IndicatorsService(database, INDICATORS, clock),
    },
  ],
  exports: [IndicatorsService],
})
export class IndicatorsModule {}
