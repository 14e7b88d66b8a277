import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ApiProblems, eventCode, openApiSchema } from '../http/problem.api.js';
import { RECEIPT_STATUSES } from './receipt.js';

/** Any spelling of a UUID; the lake knows lower case. */
export const eventId = z.uuid().toLowerCase().describe('id of the event');

export const receiptLookup = z.object({ ids: z.array(eventId).min(1).max(1000) });

const entry = z.object({
  status: z
    .enum(RECEIPT_STATUSES)
    .describe(
      'accepted: in the lake; quarantined: held for repair; duplicate: the same event came again; ' +
        'conflict: another content came under an id already taken',
    ),
  code: eventCode.nullable().describe('why it is held, from the closed list'),
  pointer: z.string().nullable().describe('JSON pointer into the event'),
  message: z.string().nullable(),
  domain: z.string().nullable(),
  partition: z.int().nullable(),
  position: z.int().nullable().describe('gap-free number within domain and partition; accepted events only'),
  receivedAt: z.string().describe('when the lake took it in'),
});

const receipt = entry.extend({
  id: eventId,
  history: z.array(entry).describe('everything that arrived, oldest first'),
});
const pending = z.object({
  id: eventId,
  status: z.literal('pending').describe('no receipt yet for your sources'),
});

export const ApiGetReceipt = (): MethodDecorator =>
  applyDecorators(
    ApiTags('receipts'),
    ApiBearerAuth(),
    ApiOperation({
      summary: 'What became of one event',
      description: 'Only for events of the credential’s sources.',
    }),
    ApiResponse({
      status: 200,
      description: 'the receipt',
      content: { 'application/json': { schema: openApiSchema(receipt) as object } },
    }),
    ApiProblems(400, 401, 404, 503),
  );

export const ApiLookUpReceipts = (): MethodDecorator =>
  applyDecorators(
    ApiTags('receipts'),
    ApiBearerAuth(),
    ApiOperation({
      summary: 'What became of up to 1000 events',
      description: 'Answers in the order of the ids.',
    }),
    ApiResponse({
      status: 200,
      description: 'a receipt for every id; pending where there is none',
      content: {
        'application/json': {
          schema: openApiSchema(z.object({ receipts: z.array(z.union([receipt, pending])) })) as object,
        },
      },
    }),
    ApiProblems(400, 401, 413, 415, 503),
  );
