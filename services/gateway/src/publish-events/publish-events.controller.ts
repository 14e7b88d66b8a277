import { Controller, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { BearerGuard, publisherOf } from '../credentials/bearer.guard.js';
import type { Publisher } from '../credentials/publisher.js';
import { inflate, type InflateLimits } from './inflate.js';
import { eventMediaType, isGzip, type EventMediaType } from './media-type.js';
import { ApiPublishEvents } from './publish-events.api.js';
import { PublishEvents } from './publish-events.service.js';
import type { PublishAnswer } from './publish-report.js';
import { receiveWholeBody, tooLarge, type Reception } from './receive-body.js';

/** How a request body is taken from the socket. */
export class BodyReception {
  constructor(
    readonly reception: Reception,
    readonly json: { readonly bytes: number; readonly longestMs: number },
    readonly inflateLimits: InflateLimits,
  ) {}
}

@Controller('v1/events')
@UseGuards(BearerGuard)
export class PublishEventsController {
  constructor(
    private readonly events: PublishEvents,
    private readonly body: BodyReception,
  ) {}

  @Post()
  @HttpCode(202)
  @ApiPublishEvents()
  async publish(@Req() request: FastifyRequest): Promise<PublishAnswer> {
    const publisher = publisherOf(request);
    const mediaType = eventMediaType(request.headers['content-type']);
    const gzip = isGzip(request.headers['content-encoding'], mediaType);
    this.events.admit(publisher);
    if (mediaType === 'application/x-ndjson') {
      const stream = gzip ? inflate(request.raw, this.body.inflateLimits) : request.raw;
      return this.events.publishLines(stream, publisher);
    }
    return this.publishJson(request, mediaType, publisher);
  }

  private async publishJson(
    request: FastifyRequest,
    mediaType: EventMediaType,
    publisher: Publisher,
  ): Promise<PublishAnswer> {
    const { json, reception } = this.body;
    if (Number(request.headers['content-length'] ?? 0) > json.bytes) throw tooLarge(json.bytes);
    const body = await receiveWholeBody(request.raw, json, reception);
    return mediaType === 'application/cloudevents+json'
      ? this.events.publishOne(body, publisher)
      : this.events.publishBatch(body, publisher);
  }
}
