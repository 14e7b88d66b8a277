import { isStreetCode } from '@minhai/domain';
import { z } from 'zod';
import { day, instant } from '../indicators-api/query.js';
import { PARTS } from './decompose.js';

const version = z.coerce.number().int().min(1);
const MOST_EVENTS = 500;

const eventParts = PARTS.filter((part) => part !== 'definition');

export const movementQuery = z
  .strictObject({
    from: day.describe('business day of the first reading, Asia/Shanghai'),
    to: day.describe('business day of the second reading'),
    fromKnownAt: instant
      .optional()
      .describe('the first reading as it was known then, RFC 3339; default: everything known'),
    toKnownAt: instant
      .optional()
      .describe('the second reading as it was known then; default: everything known'),
    fromVersion: version
      .optional()
      .describe('version of the definition the first reading is computed by; default: the one in force'),
    toVersion: version.optional().describe('version of the definition of the second reading'),
    region: z
      .string()
      .refine(
        (text) => isStreetCode(text) || text === 'unknown',
        'must be a 9-digit division code or unknown',
      )
      .optional()
      .describe('one 街镇; default: the district'),
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(MOST_EVENTS)
      .default(20)
      .describe('events listed of each part, those with the largest shares first'),
    part: z.enum(eventParts).optional().describe('list the events of this part only'),
    cursor: z.uuid().optional().describe('nextCursor of the answer before; needs part'),
  })
  .refine(({ part, cursor }) => cursor === undefined || part !== undefined, {
    path: ['cursor'],
    message: 'needs the part it belongs to',
  });

export type MovementQuery = z.output<typeof movementQuery>;
