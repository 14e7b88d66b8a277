import { z } from 'zod';

/** Parts of answers, as OpenAPI tells them. */
export const titles = z.object({ zh: z.string(), en: z.string() });

export const problemDetails = z.object({
  type: z.string().describe('URN of the code'),
  title: z.string(),
  status: z.int(),
  code: z.string().describe('from the closed list of codes'),
  detail: z.string(),
  problems: z
    .array(z.object({ code: z.string(), pointer: z.string(), message: z.string() }))
    .optional()
    .describe('each with a JSON pointer to the parameter'),
  traceId: z.string(),
});

const counted = z.object({
  amount: z.string().describe('rounded up'),
  unit: z.string(),
  zh: z.string(),
  en: z.string(),
});

const pace = z.object({ perMonth: z.string(), perYear: z.string() });

export const outlook = z
  .object({
    targetDay: z.string().nullable().describe('last day of the target year'),
    monthsLeft: z.string().nullable(),
    missing: counted
      .nullable()
      .describe('still missing, in what the numerator counts, at the present denominator'),
    required: pace.nullable().describe('what is missing ÷ time left, in the unit of the indicator'),
    actual: pace
      .nullable()
      .describe('change of the last 12 months; what they added for a target over a period'),
    projected: z.string().nullable().describe('value at targetDay at that pace'),
    shortfall: counted.nullable().describe('missing at targetDay at that pace'),
    never: z.boolean().describe('something is missing and the pace is nothing or backwards'),
    summary: titles.nullable(),
  })
  .describe('the way that is left, and where the pace of the last 12 months leads');

export const figures = {
  value: z.string().nullable().describe('rounded once; null when it cannot be computed, which is not 0'),
  numerator: z.string().nullable().describe('null only where withheld'),
  denominator: z.string().nullable(),
  withheld: z
    .boolean()
    .describe('the figure would tell of few people: it is shown to readers with the right small-cells'),
};

export const indicatorAnswer = z.object({
  id: z.string(),
  district: z.string(),
  name: titles,
  unit: z.string(),
  kind: z.string(),
  property: z.string().describe('binding 约束性, expected 预期性, text, none'),
  asOf: z.string(),
  ...figures,
  base: z
    .looseObject({
      asOf: z.string(),
      published: z.string(),
      computed: z.string().nullable(),
      match: z.boolean(),
    })
    .nullable(),
  target: z
    .object({
      literal: z.string(),
      comparator: z.string(),
      value: z.string().nullable(),
      year: z.int(),
    })
    .nullable(),
  completion: z.string().nullable(),
  status: z.enum(['on-track', 'behind', 'missed', 'met', 'met-at-base', 'maintain', 'no-base']).nullable(),
  breach: z.boolean(),
  breachReason: titles.nullable(),
  outlook,
  knownAt: z.string().nullable(),
  findings: z.array(z.object({ rule: z.string(), severity: z.string(), count: z.int() })),
  source: z.object({ document: z.string(), section: z.string(), quote: z.string() }),
});

export const indicatorList = z.object({ indicators: z.array(indicatorAnswer) });

export const indicatorWithBreakdown = indicatorAnswer.extend({
  breakdown: z
    .array(z.object({ street: z.string(), ...figures }))
    .nullable()
    .describe('by 街镇; null when the indicator is not kept by 街镇'),
  organisation: z
    .object({ at: z.string(), moved: z.array(z.object({ from: z.string(), to: z.string() })) })
    .optional()
    .describe('with organised=now: the day whose 街镇 these are, and which were given to which'),
});
