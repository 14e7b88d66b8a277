import { isBusinessQuarter, isDistrictCode } from '@minhai/domain';
import { z } from 'zod';
import { instant } from '../indicators-api/query.js';
import { INDICATORS } from '../indicators/catalogue.generated.js';

/** Elsewhere nothing is counted, and a form of zeros would say that there is nothing. */
const DISTRICTS: ReadonlySet<string> = new Set(INDICATORS.map(({ district }) => district));

export const quarterlyQuery = z.strictObject({
  district: z
    .string()
    .refine(isDistrictCode, 'must be a 6-digit division code')
    .refine((code) => DISTRICTS.has(code), `must be a district with a plan: ${[...DISTRICTS].join(', ')}`)
    .describe('GB/T 2260, e.g. 310105'),
  quarter: z
    .string()
    .refine(isBusinessQuarter, 'must be a quarter, YYYY-Q1 to YYYY-Q4')
    .optional()
    .describe('default: the last quarter that is over'),
  knownAt: instant.optional().describe('answer with what was registered by then; default: everything known'),
  format: z.enum(['json', 'csv']).optional().describe('default: json'),
});

export type QuarterlyQuery = z.output<typeof quarterlyQuery>;
