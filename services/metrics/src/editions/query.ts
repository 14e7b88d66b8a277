import { isDistrictCode, parseInstant } from '@minhai/domain';
import { z } from 'zod';
import { lastDayOf } from './contents.js';

const district = z.string().refine(isDistrictCode, 'must be a 6-digit division code').describe('GB/T 2260');

const instant = z.string().transform((text, context): number => {
  const epochMs = parseInstant(text);
  if (epochMs !== undefined) return epochMs;
  context.addIssue({
    code: 'custom',
    message: 'must be RFC 3339 with an offset, e.g. 2021-01-15T00:00:00+08:00',
  });
  return z.NEVER;
});

export const draftBody = z.strictObject({
  district,
  period: z
    .string()
    .refine((text) => lastDayOf(text) !== undefined, 'must be a year or a month: 2020, 2020-06')
    .describe('the figures are those of its last day'),
  knownAt: instant
    .optional()
    .describe(
      'count only what was registered by then; absent: everything known, up to the newest registration',
    ),
});

export const withdrawBody = z.strictObject({
  reason: z.string().trim().min(1).max(500).describe('published with the edition; names no persons'),
});

export const listQuery = z.strictObject({ district: district.optional() });

export type DraftBody = z.output<typeof draftBody>;
export type WithdrawBody = z.output<typeof withdrawBody>;
export type ListQuery = z.output<typeof listQuery>;
