import { Module } from '@nestjs/common';
import type { Catalogue } from '@minhai/events';
import { DATABASE } from '@minhai/nest';
import type { Database } from '@minhai/postgres';
import { factDisclosure } from '../disclosure/fact-disclosure.js';
import { FACTS } from '../facts/catalogue.generated.js';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import { CATALOGUE } from '../tokens.js';
import { MovementController } from './movement.controller.js';
import { MovementService } from './movement.service.js';

@Module({
  controllers: [MovementController],
  providers: [
    {
      provide: MovementService,
      inject: [DATABASE, CATALOGUE],
      useFactory: (database: Database, schemas: Catalogue) =>
        new MovementService(database, INDICATORS, factDisclosure(FACTS, schemas)),
    },
  ],
})
export class ExplainModule {}
