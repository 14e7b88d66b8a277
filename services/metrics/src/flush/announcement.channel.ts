import { z } from 'zod';
import type { AnnouncementBody } from './announcement.js';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const id = z.string().describe('UUID of an event');

const figure = z
  .object({
    periodEnd: day.describe('last day of the month, Asia/Shanghai'),
    value: decimal.nullable().describe('rounded as the definition says; null: withheld, or not computable'),
    numerator: decimal.nullable().describe('null only where withheld'),
    denominator: decimal.nullable().describe('null where nothing is divided, or withheld'),
    withheld: z.boolean().describe('it would tell of few people: then it is announced without its values'),
  })
  .nullable();

/** The form of every message. What it does not name is not sent; readers ignore what they do not know. */
export const announcementBody: z.ZodType<AnnouncementBody> = z.object({
  indicator: z.string().describe('id of the indicator, as in gold.indicator'),
  region: z
    .string()
    .regex(/^[1-9]\d{5}(\d{3})?$|^unknown$/)
    .describe('the district or one of its 街镇; unknown: what no event placed'),
  from: day.describe('first month end that moved'),
  to: day.describe('last month end that moved'),
  months: z.number().int().positive().describe('how many month ends moved'),
  newest: figure.describe('the newest of the changed figures as it is now; null: all that moved are gone'),
  previous: figure.describe('the same month as it was before; null: it was not there'),
  causes: z
    .object({
      count: z.number().int().nonnegative().describe('events that moved it'),
      events: z.array(id).max(20).describe('the first of them by id'),
    })
    .nullable()
    .describe('null after a new definition or a rebuild, and where a figure is withheld'),
});

/** AsyncAPI schemas are those of draft 7 and name no dialect. */
const { $schema: _, ...payload }: Readonly<Record<string, unknown>> = z.toJSONSchema(announcementBody, {
  io: 'input',
  target: 'draft-7',
});

const MESSAGE = {
  name: 'indicator.changed',
  title: '指标变动',
  summary: 'An indicator of one region moved',
  description:
    'Keyed by {indicator}:{region}, at least once, in order per key. One message per indicator and region, whatever ' +
    'number of months moved; it carries the newest of the changed figures.',
  contentType: 'application/json',
  payload,
};

/** Parts of the AsyncAPI document: the topic to which figures that moved are announced. */
export const announcementAsyncApi = (topicPrefix: string) => ({
  channels: {
    'indicator.changed': {
      address: `${topicPrefix}.indicator.changed`,
      title: '指标变动 (Indicators that moved)',
      messages: { 'indicator.changed': { $ref: '#/components/messages/indicator.changed' } },
    },
  },
  operations: {
    'follow.indicator.changed': { action: 'send', channel: { $ref: '#/channels/indicator.changed' } },
  },
  components: { messages: { 'indicator.changed': MESSAGE } },
});
