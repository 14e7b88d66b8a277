import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { isBusinessDay } from '@minhai/domain';
import { z } from 'zod';
import { ApiProblems, eventCode, openApiSchema } from '../http/problem.api.js';
import { MOST_DAYS, daysIn } from './period.js';
import { UNATTRIBUTED } from './scope.js';

const day = z.string().refine(isBusinessDay, 'must be a day, YYYY-MM-DD');

const fields = {
  source: z
    .string()
    .regex(/^(?:urn:mca:[0-9a-z:-]{1,60}|unattributed)$/, 'must be a source, urn:mca:<district>:<system>')
    .optional(),
  day: day.optional(),
  from: day.optional(),
  to: day.optional(),
  format: z.enum(['json', 'csv']).optional(),
};

interface Days {
  readonly day?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const isOneForm = ({ day, from, to }: Days): boolean =>
  day === undefined ? (from === undefined) === (to === undefined) : from === undefined && to === undefined;
const isShort = ({ from, to }: Days): boolean =>
  from === undefined || to === undefined || (from <= to && daysIn({ from, to }) <= MOST_DAYS);

const ONE_FORM = 'give day, or from and to, or none of them for today';
const SHORT = `from must not be after to, and ${MOST_DAYS} days are the most`;

export const reconciliationQuery = z.object(fields).refine(isOneForm, ONE_FORM).refine(isShort, SHORT);

export const heldQuery = z
  .object({
    ...fields,
    limit: z.coerce.number().int().min(1).max(1000).default(1000),
    after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  })
  .refine(isOneForm, ONE_FORM)
  .refine(isShort, SHORT);

const records = z.int().min(0);
const counts = z.object({
  sent: records.describe('records the lake read: landed + held + duplicates + conflicts'),
  landed: records.describe('accepted into the lake'),
  held: records.describe('in quarantine'),
  duplicates: records.describe('the same event came again; harmless'),
  conflicts: records.describe('another content came under an id already taken; held, the first stays'),
  heldByCode: z.record(z.string(), records).describe('adds up to held'),
});

const heldRecord = z.object({
  eventId: z.uuid().nullable().describe('null when it could not be read'),
  source: z.string().nullable(),
  type: z.string().nullable(),
  status: z.enum(['quarantined', 'conflict']),
  code: eventCode,
  pointer: z.string().describe('JSON pointer into the event'),
  advice: z.object({ zh: z.string(), en: z.string() }).nullable(),
  receivedAt: z.string(),
  origin: z.object({ topic: z.string(), partition: z.int(), offset: z.int() }),
});

const heldPage = z.object({
  records: z.array(heldRecord),
  next: z.int().nullable().describe('pass as `after` for the next page; null when this is the last'),
});

const reconciliation = z.object({
  source: z.string().nullable().describe('as asked for; null for all of the credential'),
  from: z.string(),
  to: z.string(),
  asOf: z.string().describe('when it was counted'),
  complete: z.boolean().describe('the last day is over: these numbers stay'),
  totals: counts,
  days: z.array(
    counts.extend({
      day: z.string().describe('of receipt, Asia/Shanghai'),
      source: z.string().nullable().describe('null: could not be read, attributed to nobody'),
      types: z.array(counts.extend({ type: z.string().nullable() })),
    }),
  ),
  held: heldPage.describe('the first 100 records that did not land; the rest under /v1/reconciliation/held'),
});

const ApiPeriod = (): MethodDecorator =>
  applyDecorators(
    ApiTags('receipts'),
    ApiBearerAuth(),
    ApiQuery({
      name: 'source',
      required: false,
      example: 'urn:mca:310105:eldercare',
      description: `one source; \`${UNATTRIBUTED}\` for records whose source could not be read (credentials bound to urn:mca:* only)`,
    }),
    ApiQuery({
      name: 'day',
      required: false,
      description: 'day of receipt, Asia/Shanghai; today by default',
    }),
    ApiQuery({ name: 'from', required: false, description: `first of up to ${MOST_DAYS} days` }),
    ApiQuery({ name: 'to', required: false, description: 'last day, included' }),
    ApiQuery({ name: 'format', required: false, enum: ['json', 'csv'] }),
    ApiHeader({ name: 'accept', required: false, description: 'text/csv for CSV' }),
    ApiProblems(400, 401, 403, 503),
  );

const ApiAnswer = (schema: z.ZodType, csv: string): MethodDecorator =>
  ApiResponse({
    status: 200,
    description: 'the numbers, or the list',
    content: {
      'application/json': { schema: openApiSchema(schema) as object },
      'text/csv': { schema: { type: 'string', description: csv } },
    },
  });

export const ApiReconcile = (): MethodDecorator =>
  applyDecorators(
    ApiPeriod(),
    ApiOperation({
      summary: 'What became of everything the lake read of your sources on a day',
      description:
        'Counted by the day of receipt. Events the gateway refused were answered at once, never reached the lake ' +
        'and are not counted here.',
    }),
    ApiAnswer(reconciliation, 'one line per day, source and type, with titles; UTF-8 with byte order mark'),
  );

export const ApiReconcileHeld = (): MethodDecorator =>
  applyDecorators(
    ApiPeriod(),
    ApiQuery({ name: 'limit', required: false, description: '1 to 1000, 1000 by default' }),
    ApiQuery({ name: 'after', required: false, description: '`next` of the page before' }),
    ApiOperation({ summary: 'The records of these days that did not land, page by page' }),
    ApiAnswer(
      heldPage,
      'one line per record, with titles; header `x-next-after` carries `next` when there is more',
    ),
  );
