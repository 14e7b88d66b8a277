import { type DynamicModule, Module } from '@nestjs/common';
import type { Catalogue } from '@minhai/events';
import { DATABASE } from '@minhai/nest';
import type { Database } from '@minhai/postgres';
import type { MetricsConfig } from '../config.js';
import { factDisclosure } from '../disclosure/fact-disclosure.js';
import { FACTS } from '../facts/catalogue.generated.js';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import { CATALOGUE, CLOCK, type Clock } from '../tokens.js';
import { EditionKeysController } from './edition-keys.controller.js';
import { EditionsController } from './editions.controller.js';
import { EditionsService } from './editions.service.js';
import { RestatementService } from './restatement.service.js';
import { openSigningKey } from './signing-key.js';

@Module({})
export class EditionsModule {
  static register({ EDITION_KEY_FILE: file, EDITION_KEY_ALGORITHM }: MetricsConfig): DynamicModule {
    const signingKey = () => openSigningKey({ file, algorithm: EDITION_KEY_ALGORITHM ?? 'ed25519' });
    return {
      module: EditionsModule,
      controllers: [EditionsController, EditionKeysController],
      providers: [
        {
          provide: EditionsService,
          inject: [DATABASE, CLOCK],
          useFactory: (database: Database, clock: Clock) =>
            new EditionsService({ database, indicators: INDICATORS, signingKey, clock }),
        },
        {
          provide: RestatementService,
          inject: [DATABASE, CATALOGUE],
          useFactory: (database: Database, schemas: Catalogue) =>
            new RestatementService(database, factDisclosure(FACTS, schemas)),
        },
      ],
    };
  }
}
