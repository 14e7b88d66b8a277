import { isBusinessDay, isDistrictCode, parseDecimal } from '@minhai/domain';
import { z } from 'zod';
import { KINDS } from './kind-rules.js';

const decimal = z
  .string()
  .refine((text) => parseDecimal(text) !== undefined, 'must be a decimal as a string, e.g. "3.5"');
const day = z.string().refine(isBusinessDay, 'must be a calendar date, YYYY-MM-DD');
const year = z.int().min(1949).max(2100);
const titles = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

const term = z.strictObject({
  measure: z.string().min(1),
  where: z
    .record(z.string().min(1), z.array(z.string().min(1)).min(1))
    .optional()
    .describe('every dim named must have one of the listed members'),
});

const base = z.strictObject({
  asOf: day,
  published: decimal,
  literal: z.string(),
  declaredMismatch: z.strictObject({ tolerance: decimal, reason: titles }).optional(),
  bound: z.strictObject({ comparator: z.enum(['gte', 'gt']), below: decimal.optional() }).optional(),
});

const target = z.strictObject({
  literal: z.string(),
  comparator: z.enum(['gte', 'gt', 'eq', 'range']),
  value: z.union([decimal, z.strictObject({ of: z.array(term).min(1), factor: decimal })]),
  upper: decimal.optional(),
  year,
  period: z.strictObject({ from: year, to: year }).optional(),
});

/** A definition somebody proposes: the whole of it, in the form in which GET /v1/definitions/{id} shows them. */
export const proposal = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{2,79}$/, 'must be lower-case letters, digits and hyphens'),
  version: z.int().positive().optional().describe('absent: the next one'),
  validFrom: day.optional(),
  district: z.string().refine(isDistrictCode, 'must be a 6-digit division code'),
  order: z.number().min(0),
  names: titles,
  definition: titles,
  unit: z.string().min(1),
  counts: z
    .strictObject({
      unit: z.string().min(1),
      zh: z.string().min(1),
      en: z.string().min(1),
      per: z.int().positive().optional(),
    })
    .optional()
    .describe('what the numerator counts, said after a number'),
  decimals: z.int().min(0).max(6),
  kind: z.enum(KINDS),
  property: z.enum(['binding', 'expected', 'text', 'none']),
  breakdown: z.literal('street').nullable(),
  numerator: z.array(term).min(1).max(50),
  denominator: z.array(term).min(1).max(50).nullable(),
  factor: z.int().positive(),
  divisor: z.int().positive().optional(),
  base: base.nullable(),
  target: target.nullable(),
  source: z.strictObject({ document: z.string(), section: z.string(), quote: z.string() }),
});

export type Proposal = z.output<typeof proposal>;
