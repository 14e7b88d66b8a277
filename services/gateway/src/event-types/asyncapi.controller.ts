import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Catalogue } from '@minhai/events';
import { asyncApiDocument } from './asyncapi.js';
import { CATALOGUE, TOPIC_PREFIX } from './tokens.js';

/** The topics as AsyncAPI, beside the routes as OpenAPI in /openapi.json. */
@Controller()
export class AsyncApiController {
  private readonly document: object;

  constructor(@Inject(CATALOGUE) catalogue: Catalogue, @Inject(TOPIC_PREFIX) topicPrefix: string) {
    this.document = asyncApiDocument(catalogue, topicPrefix);
  }

  @Get('asyncapi.json')
  @Header('cache-control', 'public, max-age=60')
  @ApiTags('event types')
  @ApiOperation({ summary: 'AsyncAPI 3 of the Kafka topics: channels, headers and every Avro schema' })
  asyncApi(): object {
    return this.document;
  }
}
