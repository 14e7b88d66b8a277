import { type BusinessDay, isBusinessDay, isDistrictCode, isStreetCode, parseInstant } from '@minhai/domain';
import { z } from 'zod';

export const day = z
  .string()
  .refine(isBusinessDay, 'must be a calendar date, YYYY-MM-DD')
  .transform((text): BusinessDay => text);

export const instant = z.string().transform((text, context): number => {
  const epochMs = parseInstant(text);
  if (epochMs !== undefined) return epochMs;
  context.addIssue({
    code: 'custom',
    message: 'must be RFC 3339 with an offset, e.g. 2021-01-15T00:00:00%2B08:00',
  });
  return z.NEVER;
});

export const organisation = {
  organised: z
    .enum(['then', 'now'])
    .default('then')
    .describe('街镇 as each record names them, or those that took over from 街镇 that no longer stand'),
  organisedAt: day
    .optional()
    .describe('with organised=now: the day whose 街镇 are meant; default: the last day asked for'),
};

/** The two axes of every question. */
export const common = {
  asOf: day.optional().describe('business day, Asia/Shanghai; default: today'),
  knownAt: instant.optional().describe('answer with what was registered by then; default: everything known'),
};

export const listQuery = z.strictObject({
  district: z
    .string()
    .refine(isDistrictCode, 'must be a 6-digit division code')
    .optional()
    .describe('GB/T 2260; default: all'),
  ...common,
});

export const oneQuery = z.strictObject({
  street: z
    .string()
    .refine(
      (text) => isStreetCode(text) || ['unknown', 'unassigned'].includes(text),
      'must be a 9-digit division code, unknown or unassigned',
    )
    .optional()
    .describe('only this 街镇 in the breakdown'),
  ...organisation,
  ...common,
});

export type ListQuery = z.output<typeof listQuery>;
export type OneQuery = z.output<typeof oneQuery>;
