import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { RefusedError } from '@minhai/errors';
import type { Catalogue } from '@minhai/events';
import { ApiGetEventType, ApiListEventTypes } from './event-types.api.js';
import {
  describeEventType,
  summariseEventType,
  type DescriptionSources,
  type EventTypeDescription,
  type EventTypeSummary,
} from './describe-event-type.js';

export const CATALOGUE = Symbol('Catalogue');
export const DESCRIPTION_SOURCES = Symbol('DescriptionSources');

/** The publisher's documentation. Public: contracts are no secret. */
@Controller('v1/event-types')
export class EventTypesController {
  /** Anybody may ask; each answer is worked out once. */
  private readonly described = new Map<string, EventTypeDescription>();

  constructor(
    @Inject(CATALOGUE) private readonly catalogue: Catalogue,
    @Inject(DESCRIPTION_SOURCES) private readonly sources: DescriptionSources,
  ) {}

  @Get()
  @Header('cache-control', 'public, max-age=60')
  @ApiListEventTypes()
  listEventTypes(): { eventTypes: EventTypeSummary[] } {
    return { eventTypes: this.catalogue.all().map(summariseEventType) };
  }

  @Get(':type')
  @Header('cache-control', 'public, max-age=60')
  @ApiGetEventType()
  getEventType(@Param('type') type: string): EventTypeDescription {
    const known = this.described.get(type);
    if (known !== undefined) return known;
    const eventType = this.catalogue.find(type);
    if (eventType === undefined) throw new RefusedError(404, 'TYPE_UNKNOWN');
    const description = describeEventType(eventType, this.sources);
    this.described.set(type, description);
    return description;
  }
}
