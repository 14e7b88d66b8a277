import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { CODES, INTAKE_CODES, type Code } from '@minhai/errors';
import { z } from 'zod';

const problemCode = z.enum(Object.keys(CODES) as [Code, ...Code[]]);

/** What can be wrong with one event. */
export const eventCode = z.enum(INTAKE_CODES);

/** Zod schema → OpenAPI schema object. */
export const openApiSchema = (schema: z.ZodType): Record<string, unknown> => {
  const converted: Record<string, unknown> = z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'input' });
  delete converted['$schema'];
  return converted;
};

const PROBLEMS: Readonly<Record<number, string>> = {
  400: 'the request is malformed, or no event of it was accepted (`refused` lists why)',
  401: 'no credential, or an unknown or revoked one',
  403: 'the event comes from a source the credential is not bound to',
  413: 'larger than the limit; of a stream, the lines before were taken (`accepted`, `refused`)',
  404: 'there is no such thing, or it is not yours to see',
  415: 'content type or content encoding not supported',
  429: 'rate limit of the credential; wait for Retry-After',
  503: 'Kafka or the database does not answer; send again after Retry-After, which is harmless',
};

const problemDetails = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: problemCode,
  detail: z.string(),
  traceId: z.string(),
});

/** Problem answers of a route, each application/problem+json. */
export const ApiProblems = (...statuses: readonly number[]): MethodDecorator =>
  applyDecorators(
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: PROBLEMS[status] ?? '',
        content: { 'application/problem+json': { schema: openApiSchema(problemDetails) as object } },
      }),
    ),
  );
