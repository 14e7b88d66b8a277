import { Module, type DynamicModule } from '@nestjs/common';
import { intakeTopic, loadCatalogue } from '@minhai/events';
import { codeList, type CodeListName } from '@minhai/schemas';
import type { GatewayConfig } from '../config.js';
import type { DescriptionSources } from './describe-event-type.js';
import { eventSamples } from './event-samples.js';
import { AsyncApiController } from './asyncapi.controller.js';
import { EventTypesController } from './event-types.controller.js';
import { CATALOGUE, DESCRIPTION_SOURCES, TOPIC_PREFIX } from './tokens.js';

@Module({})
export class EventTypesModule {
  static register({ TOPIC_PREFIX: topicPrefix }: GatewayConfig): DynamicModule {
    const sources: DescriptionSources = {
      codeList: (name) => codeList(name as CodeListName),
      samples: ({ type }) => eventSamples(type),
      topic: (domain) => intakeTopic(topicPrefix, domain),
    };
    return {
      module: EventTypesModule,
      controllers: [EventTypesController, AsyncApiController],
      providers: [
        { provide: TOPIC_PREFIX, useValue: topicPrefix },
        { provide: CATALOGUE, useFactory: loadCatalogue },
        { provide: DESCRIPTION_SOURCES, useValue: sources },
      ],
    };
  }
}
