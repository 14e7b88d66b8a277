import { isDistrictCode } from '@minhai/domain';
import { z } from 'zod';
import { instant } from '../indicators-api/query.js';
import { lastDayOf } from './contents.js';

const district = z.string().refine(isDistrictCode, 'must be a 6-digit division code').describe('GB/T 2260');

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
