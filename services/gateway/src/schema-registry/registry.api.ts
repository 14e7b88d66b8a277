import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { openApiSchema } from '../http/problem.api.js';
import { REGISTRY_MEDIA_TYPE } from './media-type.js';

const REFUSALS: Readonly<Record<number, string>> = {
  400: 'the body is malformed (400)',
  401: 'the schema is new and there is no credential (40101)',
  403: 'the schema is new and the credential lacks schemas:write (40301)',
  404: 'no such subject (40401), version (40402) or schema (40403)',
  409: 'the schema may not follow the older versions; every reason (409)',
  413: 'the body is too large (41301)',
  415: 'content type not supported (41501)',
  422: 'schema (42201), version (42202), level (42203), change (42205) or subject (42208) not usable; the reason',
  429: 'too many schemas that no release contains (42901)',
  503: 'the database does not answer; ask again after Retry-After (50001)',
};

const refusalBody = z.object({
  error_code: z.int().describe('number of Confluent’s registry'),
  message: z.string().describe('begins with a code of Minhai’s closed list'),
});

export const registryBody = {
  schema: z.object({
    schema: z.string().describe('the Avro schema as a string; annotations may be missing'),
    schemaType: z.literal('AVRO').optional(),
  }),
  level: z.object({ compatibility: z.string() }),
  mode: z.object({ mode: z.string() }),
};

export const registryAnswer = {
  level: z.object({ compatibilityLevel: z.string() }),
  compatible: z.object({ is_compatible: z.boolean(), messages: z.array(z.string()).optional() }),
  version: z.object({ subject: z.string(), id: z.int(), version: z.int(), schema: z.string() }),
  registered: z.object({ id: z.int(), version: z.int(), note: z.string().optional() }),
  place: z.array(z.object({ subject: z.string(), version: z.int() })),
  avro: z.record(z.string(), z.unknown()).describe('an Avro schema'),
};

const content = (schema: z.ZodType): Record<string, { schema: object }> => ({
  [REGISTRY_MEDIA_TYPE]: { schema: openApiSchema(schema) },
});

/** Documents a route: what it answers, takes and refuses with. */
export const ApiRegistryRoute = (
  summary: string,
  route: {
    readonly answer?: z.ZodType;
    readonly body?: z.ZodType;
    readonly refusals?: readonly number[];
    readonly description?: string;
  },
): MethodDecorator => {
  const { answer, body, refusals = [], description } = route;
  const decorators = [
    ApiOperation({ summary, ...(description !== undefined && { description }) }),
    ...[...refusals, 503].map((status) =>
      ApiResponse({ status, description: REFUSALS[status] ?? '', content: content(refusalBody) }),
    ),
  ];
  if (answer)
    decorators.push(ApiResponse({ status: 200, description: 'the answer', content: content(answer) }));
  // The decorator writes one media type and fits a JSON parser; the routes take Confluent's type as well.
  if (body) decorators.push(ApiBody({ schema: openApiSchema(body) as object }));
  if (refusals.includes(401)) decorators.push(ApiBearerAuth());
  return applyDecorators(...decorators);
};

export const ApiVerbose = (): MethodDecorator =>
  ApiQuery({ name: 'verbose', required: false, description: 'true: say why not' });
