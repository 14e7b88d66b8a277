import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { COMPARISONS } from '../indicators/comparisons.js';
import { figures, indicatorAnswer, problemDetails, titles } from '../indicators-api/answers.js';
import { common } from '../indicators-api/query.js';
import { AGGREGATES } from '../series/aggregation.js';

export const compareQuery = z
  .strictObject({
    family: z
      .enum(COMPARISONS.map(({ family }) => family))
      .optional()
      .describe('one pair both plans name; default: all of them'),
    indicators: z
      .string()
      .regex(/^[a-z0-9-]+,[a-z0-9-]+$/, 'must be two ids with a comma between them')
      .transform((text) => text.split(',') as [string, string])
      .optional()
      .describe('two ids instead, e.g. chn-dementia-beds,qpu-dementia-beds'),
    aggregate: z
      .enum(AGGREGATES)
      .optional()
      .describe('sum: also the total of both districts, for one comparable pair that may be added'),
    ...common,
  })
  .refine(({ family, indicators }) => family === undefined || indicators === undefined, {
    message: 'give family or indicators, not both',
    path: ['indicators'],
  })
  .refine(
    ({ family, indicators, aggregate }) =>
      aggregate === undefined || family !== undefined || indicators !== undefined,
    { message: 'needs one pair: give family or indicators', path: ['aggregate'] },
  );

export type CompareQuery = z.output<typeof compareQuery>;

const compareAnswer = z.object({
  asOf: z.string(),
  knownAt: z.string().nullable(),
  pairs: z.array(
    z.object({
      family: z.string().nullable().describe('null for two ids that are no known pair'),
      names: titles.nullable(),
      comparable: z.boolean().describe('unit, kind and formula are the same'),
      differences: z.array(z.string()).describe('parts of the formulas that differ'),
      note: titles.nullable().describe('what a reader of both must know'),
      indicators: z.array(indicatorAnswer).describe('长宁, then 青浦; or in the order asked for'),
      total: z.object(figures).optional().describe('with aggregate=sum'),
    }),
  ),
});

export const ApiCompare = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Both districts side by side, and whether the two figures may be compared at all',
    }),
    ApiOkResponse({ standardSchema: compareAnswer }),
    ApiResponse({
      status: 400,
      description: 'QUERY: a parameter is malformed',
      standardSchema: problemDetails,
    }),
    ApiResponse({ status: 404, description: 'NOT_FOUND: no such indicator', standardSchema: problemDetails }),
    ApiResponse({
      status: 422,
      description: 'AGGREGATE: ratios of districts, or figures that are not comparable, are not added',
      standardSchema: problemDetails,
    }),
  );
