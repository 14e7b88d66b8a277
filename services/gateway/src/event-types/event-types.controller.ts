import { Controller, Get, Header, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import { RefusedError } from '@minhai/errors';
import type { Catalogue } from '@minhai/events';
import type { FastifyReply } from 'fastify';
import { ApiGetEventType, ApiListEventTypes } from './event-types.api.js';
import {
  describeEventType,
  summariseEventType,
  type DescriptionSources,
  type EventTypeDescription,
} from './describe-event-type.js';
import { eventTypePage } from './page/event-type.page.js';
import { eventTypesPage } from './page/event-types.page.js';
import { languageOf, wantsPage, type Language } from './page/language.js';
import { CONTENT_SECURITY_POLICY } from './page/style.js';
import { CATALOGUE, DESCRIPTION_SOURCES } from './tokens.js';

type RequestHeaders = Readonly<Record<string, string | undefined>>;

/** What a reader may ask of an answer's form. */
interface Form {
  readonly format?: string;
  readonly lang?: string;
}

/** The publisher's documentation: JSON for programs, a page for people. Public: contracts are no secret. */
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
  @Header('vary', 'accept, accept-language')
  @ApiListEventTypes()
  listEventTypes(
    @Query() form: Form,
    @Headers() headers: RequestHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): unknown {
    const eventTypes = this.catalogue.all().map(summariseEventType);
    return answer(form, headers, reply, {
      json: () => ({ eventTypes }),
      page: (language) => eventTypesPage(eventTypes, language),
    });
  }

  @Get(':type')
  @Header('cache-control', 'public, max-age=60')
  @Header('vary', 'accept, accept-language')
  @ApiGetEventType()
  getEventType(
    @Param('type') type: string,
    @Query() form: Form,
    @Headers() headers: RequestHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): unknown {
    const description = this.describe(type);
    return answer(form, headers, reply, {
      json: () => description,
      page: (language) => eventTypePage(description, language),
    });
  }

  private describe(type: string): EventTypeDescription {
    const known = this.described.get(type);
    if (known !== undefined) return known;
    const eventType = this.catalogue.find(type);
    if (eventType === undefined) throw new RefusedError(404, 'TYPE_UNKNOWN');
    const description = describeEventType(eventType, this.sources);
    this.described.set(type, description);
    return description;
  }
}

function answer(
  { format, lang }: Form,
  headers: RequestHeaders,
  reply: FastifyReply,
  forms: { readonly json: () => object; readonly page: (language: Language) => string },
): unknown {
  if (!wantsPage(format, headers['accept'])) return forms.json();
  reply.header('content-type', 'text/html; charset=utf-8');
  reply.header('content-security-policy', CONTENT_SECURITY_POLICY);
  return forms.page(languageOf(lang, headers['accept-language']));
}
