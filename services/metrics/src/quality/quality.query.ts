import { z } from 'zod';
import { common, day, listQuery } from '../indicators-api/query.js';

const MOST_EXAMPLES = 100;

export const qualityQuery = z
  .strictObject({
    ...common,
    since: day
      .optional()
      .describe('first day of the period in which reports are looked for; default: 1 January of that year'),
    examples: z.coerce
      .number()
      .int()
      .min(0)
      .max(MOST_EXAMPLES)
      .default(5)
      .describe('findings, silent institutions and drifts listed of each kind; counts are always complete'),
  })
  .refine(({ asOf, since }) => asOf === undefined || since === undefined || since <= asOf, {
    path: ['since'],
    message: 'must not be after asOf',
  });

export const driftQuery = listQuery.pick({ district: true });

export type QualityQuery = z.output<typeof qualityQuery>;
export type DriftQuery = z.output<typeof driftQuery>;
