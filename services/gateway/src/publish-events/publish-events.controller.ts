import { Controller, HttpCode, HttpStatus, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { RefusedError } from '@minhai/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BearerGuard, publisherOf } from '../credentials/bearer.guard.js';
import { inflate, type InflateLimits } from './inflate.js';
import { eventMediaType, isGzip } from './media-type.js';
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
  private readonly rehearsal: PublishEvents;

  constructor(
    private readonly events: PublishEvents,
    private readonly body: BodyReception,
  ) {
    this.rehearsal = events.asDryRun();
  }

  @Post()
  @HttpCode(202)
  @ApiPublishEvents()
  async publish(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('dryRun') dryRun?: string,
  ): Promise<PublishAnswer> {
    if (!isDryRun(dryRun)) return this.take(this.events, request);
    const answer = await this.take(this.rehearsal, request);
    reply.status(HttpStatus.OK);
    return answer;
  }

  private async take(events: PublishEvents, request: FastifyRequest): Promise<PublishAnswer> {
    const publisher = publisherOf(request);
    const mediaType = eventMediaType(request.headers['content-type']);
    const gzip = isGzip(request.headers['content-encoding'], mediaType);
    events.admit(publisher);
    if (mediaType === 'application/x-ndjson') {
      const stream = gzip ? inflate(request.raw, this.body.inflateLimits) : request.raw;
      return events.publishLines(stream, publisher);
    }
    const body = await this.wholeBody(request);
    return mediaType === 'application/cloudevents+json'
      ? events.publishOne(body, publisher)
      : events.publishBatch(body, publisher);
  }

  private wholeBody(request: FastifyRequest): Promise<Buffer> {
    const { json, reception } = this.body;
    if (Number(request.headers['content-length'] ?? 0) > json.bytes) throw tooLarge(json.bytes);
    return receiveWholeBody(request.raw, json, reception);
  }
}

function isDryRun(parameter: string | undefined): boolean {
  if (parameter === undefined || parameter === 'false') return false;
  if (parameter === 'true') return true;
  throw new RefusedError(400, 'QUERY', 'dryRun is true or false');
}
