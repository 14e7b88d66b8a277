import { type DynamicModule, Module } from '@nestjs/common';
import { loadCatalogue } from '@minhai/events';
import { CATALOGUE, CLOCK, TOPIC_PREFIX } from './tokens.js';

/** What is fixed for the life of the process, for every module. */
@Module({})
export class ContextModule {
  static register(topicPrefix: string): DynamicModule {
    return {
      module: ContextModule,
      global: true,
      providers: [
        { provide: CATALOGUE, useFactory: loadCatalogue },
        { provide: CLOCK, useValue: Date.now },
        { provide: TOPIC_PREFIX, useValue: topicPrefix },
      ],
      exports: [CATALOGUE, CLOCK, TOPIC_PREFIX],
    };
  }
}
