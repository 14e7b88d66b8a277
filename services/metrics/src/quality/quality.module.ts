import { Module } from '@nestjs/common';
import type { Catalogue } from '@minhai/events';
import { DATABASE } from '@minhai/nest';
import type { Database } from '@minhai/postgres';
import { factDisclosure } from '../disclosure/fact-disclosure.js';
import { FACTS } from '../facts/catalogue.generated.js';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import { CATALOGUE, CLOCK, type Clock } from '../tokens.js';
import { QualityController } from './quality.controller.js';
import { QualityService } from './quality.service.js';

@Module({
  controllers: [QualityController],
  providers: [
    {
      provide: QualityService,
      inject: [DATABASE, CATALOGUE, CLOCK],
      useFactory: (database: Database, schemas: Catalogue, clock: Clock) =>
        new QualityService({
          database,
          indicators: INDICATORS,
          facts: FACTS,
          disclosure: factDisclosure(FACTS, schemas),
          clock,
        }),
    },
  ],
})
export class QualityModule {}
