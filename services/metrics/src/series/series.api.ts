import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { isDistrictCode, isStreetCode } from '@minhai/domain';
import { z } from 'zod';
import { day, instant, organisation } from '../indicators-api/query.js';
import { figures, problemDetails, titles } from '../indicators-api/answers.js';
import { AGGREGATES } from './aggregation.js';
import { GRAINS } from './periods.js';

export const MOST_POINTS = 400;

const isRegion = (text: string): boolean =>
  isDistrictCode(text) || isStreetCode(text) || text === 'unknown' || text === 'unassigned';

export const seriesQuery = z
  .strictObject({
    by: z.enum(GRAINS).default('month').describe('one point per day, or at month, quarter or year ends'),
    from: day
      .optional()
      .describe('the first period is the one it lies in; default: about a year, 6 years by year'),
    to: day.optional().describe('last day, Asia/Shanghai; default: today'),
    knownAt: instant
      .optional()
      .describe('answer with what was registered by then; default: everything known'),
    region: z
      .string()
      .refine(isRegion, 'must be a 6-digit district, a 9-digit 街镇, unknown or unassigned')
      .optional()
      .describe('default: the district of the indicator'),
    aggregate: z
      .enum(AGGREGATES)
      .default('last')
      .describe(
        'value at the end of each period, what falls into it (flows), or the mean of its days (stocks)',
      ),
    ...organisation,
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    message: 'must not be after to',
    path: ['from'],
  });

export type SeriesQuery = z.output<typeof seriesQuery>;

export const seriesAnswer = z.object({
  id: z.string(),
  district: z.string(),
  region: z.string().describe('district, 街镇, unknown, or unassigned'),
  name: titles,
  unit: z.string(),
  kind: z.string(),
  by: z.enum(GRAINS),
  aggregate: z.enum(AGGREGATES),
  reading: titles.describe('how a point is to be read'),
  organised: z.enum(['then', 'now']),
  knownAt: z.string().nullable(),
  points: z.array(
    z.object({
      from: z.string().describe('first day of the period'),
      to: z.string().describe('last day of the period, or the last day asked for'),
      complete: z.boolean().describe('false while the period is not over at the last day asked for'),
      ...figures,
    }),
  ),
});

export type SeriesAnswer = z.output<typeof seriesAnswer>;

export const ApiSeries = () =>
  applyDecorators(
    ApiOperation({
      summary: 'An indicator over time: by day straight from the cells, or at month, quarter and year ends',
      description: `At most ${MOST_POINTS} points. A flow of the year counts from 1 January, a flow of the plan from its first year; aggregate=sum gives what falls into each period. A stock or a ratio is never summed.`,
    }),
    ApiOkResponse({ standardSchema: seriesAnswer }),
    ApiResponse({
      status: 400,
      description: 'QUERY: a parameter is malformed, or too many points',
      standardSchema: problemDetails,
    }),
    ApiResponse({ status: 404, description: 'NOT_FOUND: no such indicator', standardSchema: problemDetails }),
    ApiResponse({
      status: 422,
      description:
        'AGGREGATE: such figures are not put together that way; the reason says what to ask instead',
      standardSchema: problemDetails,
    }),
  );
