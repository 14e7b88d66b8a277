import { applyDecorators } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiOperation,
  ApiQuery,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import { ApiProblems, eventCode, openApiSchema } from '../http/problem.api.js';
import { EVENT_MEDIA_TYPES } from './media-type.js';

const lineProblem = z.object({
  line: z.int().min(1).describe('line of the stream, or element of the batch, from 1'),
  id: z.string().nullable().describe('id of the event; null when it cannot be read'),
  code: eventCode.describe('what is wrong, from the closed list'),
  pointer: z.string().describe('JSON pointer (RFC 6901) into the CloudEvent'),
  message: z.string().describe('what to do; never a value of the event'),
});

const publishAnswer = z.object({
  accepted: z.int().min(0).describe('events Kafka has acknowledged; their receipts say what became of each'),
  refused: z.array(lineProblem).describe('events that were not taken; the others were'),
  refusedTotal: z.int().optional().describe('present when more were refused than are listed'),
  warnings: z.array(lineProblem).optional().describe('events that were taken although something looks wrong'),
  dryRun: z.literal(true).optional().describe('present in a dry run: nothing was produced'),
  warningsTotal: z.int().optional().describe('present when there are more warnings than are listed'),
});

const cloudEvent = z
  .looseObject({
    specversion: z.literal('1.0'),
    id: z.uuid().describe('unique for ever and across all sources: the idempotency key'),
    source: z.string().describe('urn:mca:{district}:{system}; the credential is bound to it'),
    type: z.string().describe('see GET /v1/event-types'),
    subject: z.string().describe('natural key of the aggregate, by the template of the type'),
    time: z.string().describe('when it took legal or business effect, RFC 3339 with offset'),
    recordedtime: z.string().describe('when the source system recorded it'),
    regionid: z.string().describe('GB/T 2260, 6 digits'),
    streetid: z.string().optional().describe('9 digits, below regionid'),
    correctionof: z.string().optional().describe('id of the event this one replaces'),
    voids: z.string().optional().describe('id of the event this one voids (record.voided only)'),
    data: z.record(z.string(), z.unknown()).describe('payload by the schema of the type'),
  })
  .describe('A structured CloudEvent');

export const ApiPublishEvents = (): MethodDecorator =>
  applyDecorators(
    ApiTags('events'),
    ApiBearerAuth(),
    ApiOperation({
      summary: 'Publish events',
      description:
        'One structured CloudEvent, a JSON array of them, or a stream of them, one a line. 202 means that Kafka has ' +
        'the accepted ones on disk. Sending an event again is harmless: the receipt then says duplicate.',
    }),
    ApiConsumes(...EVENT_MEDIA_TYPES),
    ApiBody({ schema: openApiSchema(cloudEvent), required: true }),
    ApiQuery({
      name: 'dryRun',
      required: false,
      schema: { type: 'boolean', default: false },
      description: 'true: judge everything, list every problem of every event, produce nothing; answers 200',
    }),
    ApiResponse({
      status: 200,
      description: 'a dry run: `accepted` would have been taken',
      content: { 'application/json': { schema: openApiSchema(publishAnswer) as object } },
    }),
    ApiResponse({
      status: 202,
      description: 'acknowledged by Kafka',
      content: { 'application/json': { schema: openApiSchema(publishAnswer) as object } },
    }),
    ApiProblems(400, 401, 403, 413, 415, 429, 503),
  );
