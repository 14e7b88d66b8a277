import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
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
});

const description = summary.extend({
  fields: z.array(field),
  schema: z.record(z.string(), z.unknown()).describe('the Avro schema with its annotations'),
  samples: z.array(z.record(z.string(), z.unknown())).describe('valid events, ready to send'),
});

export const ApiListEventTypes = (): MethodDecorator =>
  applyDecorators(
    ApiTags('event types'),
    ApiOperation({ summary: 'All event types' }),
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
    ApiOperation({ summary: 'One event type with its fields, code lists, checks, schema and samples' }),
    ApiParam({ name: 'type', example: 'cn.gov.mca.eldercare.bed.changed' }),
    ApiResponse({
      status: 200,
      description: 'everything a publisher needs',
      content: { 'application/json': { schema: openApiSchema(description) as object } },
    }),
    ApiProblems(404),
  );
