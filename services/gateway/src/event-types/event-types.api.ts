import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ApiProblems, openApiSchema } from '../http/problem.api.js';

const titles = z.object({ zh: z.string(), en: z.string() });

const summary = z.object({
  type: z.string().describe('the CloudEvents type'),
  domain: z.string(),
  titles,
  sensitivity: z.int().min(1).max(4).describe('1 public, 2 internal, 3 personal, 4 sensitive personal'),
  subject: z.string().describe('template of the natural key; * when it is not derived from the payload'),
  retention: z.string(),
  schemaId: z.int().describe('the id in the Confluent frame of Kafka values'),
  dataschema: z.string(),
  versions: z.array(z.int()),
});

const codeList = titles.extend({
  list: z.string(),
  codes: z.array(
    titles.extend({ code: z.string(), validFrom: z.string().nullable(), validTo: z.string().nullable() }),
  ),
});

const field = titles.extend({
  name: z.string(),
  type: z.string(),
  required: z.boolean(),
  class: z.int().min(1).max(4),
  unit: z.string().nullable(),
  check: z.string().nullable().describe('identifier check applied to the value'),
  min: z.number().nullable(),
  max: z.number().nullable(),
  codelist: codeList.nullable(),
  fields: z.array(z.record(z.string(), z.unknown())).describe('fields of the records in an array, as above'),
});

const sample = z.object({
  name: z.string(),
  event: z.record(z.string(), z.unknown()).describe('a structured CloudEvent'),
});

const description = summary.extend({
  topic: z.string().describe('Kafka topic for publishers who write Avro themselves'),
  aheadMonths: z.int().describe('months by which event time may lie after registration'),
  pastDays: z.int().nullable().describe('days by which registration may lag behind event time; null: any'),
  fields: z.array(field),
  rules: z.array(titles.extend({ name: z.string(), code: z.literal('RULE'), pointer: z.string() })),
  history: z.array(
    z.object({
      version: z.int(),
      schemaId: z.int(),
      dataschema: z.string(),
      added: z.array(z.string()).describe('fields this version brought'),
    }),
  ),
  schema: z.record(z.string(), z.unknown()).describe('the Avro schema with its annotations'),
  samples: z.array(sample).describe('valid events, ready to send'),
  refused: z
    .array(sample.extend({ code: z.string(), rule: z.string().nullable(), pointer: z.string() }))
    .describe('events that are refused, and why'),
});

const page = [
  ApiQuery({
    name: 'format',
    required: false,
    schema: { enum: ['json', 'html'] },
    description: 'without it the Accept header decides',
  }),
  ApiQuery({
    name: 'lang',
    required: false,
    schema: { enum: ['zh', 'en'] },
    description: 'language of the page; without it the Accept-Language header decides, then zh',
  }),
];

export const ApiListEventTypes = (): MethodDecorator =>
  applyDecorators(
    ApiTags('event types'),
    ApiOperation({ summary: 'All event types' }),
    ...page,
    ApiResponse({
      status: 200,
      description: 'sorted by type',
      content: {
        'application/json': { schema: openApiSchema(z.object({ eventTypes: z.array(summary) })) as object },
      },
    }),
  );

export const ApiGetEventType = (): MethodDecorator =>
  applyDecorators(
    ApiTags('event types'),
    ApiOperation({
      summary: 'One event type with its fields, code lists, checks, rules, schema, history and samples',
    }),
    ApiParam({ name: 'type', example: 'cn.gov.mca.eldercare.bed.changed' }),
    ...page,
    ApiResponse({
      status: 200,
      description: 'everything a publisher needs',
      content: { 'application/json': { schema: openApiSchema(description) as object } },
    }),
    ApiProblems(404),
  );
