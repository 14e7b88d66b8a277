import { Module } from '@nestjs/common';
import { loadCatalogue } from '@minhai/events';
import { codeList, type CodeListName } from '@minhai/schemas';
import type { DescriptionSources } from './describe-event-type.js';
import { eventSamples } from './event-samples.js';
import { CATALOGUE, DESCRIPTION_SOURCES, EventTypesController } from './event-types.controller.js';

const sources: DescriptionSources = {
  codeList: (name) => codeList(name as CodeListName),
  samples: ({ type }) => eventSamples(type),
};

@Module({
  controllers: [EventTypesController],
  providers: [
    { provide: CATALOGUE, useFactory: loadCatalogue },
    { provide: DESCRIPTION_SOURCES, useValue: sources },
  ],
})
export class EventTypesModule {}
