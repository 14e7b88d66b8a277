import { CODES } from '@minhai/errors';
import { RECEIPT_STATUSES } from './receipt.js';

const text = { type: 'string' } as const;
const nullableText = { type: ['string', 'null'] } as const;
const nullableInteger = { type: ['integer', 'null'] } as const;

const DATA = {
  type: 'object',
  properties: {
    eventId: { ...nullableText, description: 'null when it could not be read' },
    source: { ...nullableText, description: 'the publisher’s; null when it could not be read' },
    type: nullableText,
    status: { ...text, enum: RECEIPT_STATUSES },
    code: { type: ['string', 'null'], enum: [...Object.keys(CODES), null] },
    pointer: { ...nullableText, description: 'RFC 6901 JSON pointer into the event' },
    advice: { type: ['object', 'null'], properties: { zh: text, en: text } },
    domain: text,
    partition: { type: 'integer' },
    position: { ...nullableInteger, description: 'gap-free within domain and partition; accepted events' },
    receivedAt: { ...text, format: 'date-time' },
    origin: {
      type: 'object',
      description: 'where the record stood',
      properties: { topic: text, partition: { type: 'integer' }, offset: nullableInteger },
    },
  },
} as const;

/** AsyncAPI message of `<prefix>.receipts`, as services/lake/src/receipts/receipt-record.ts writes it. */
export const RECEIPT_MESSAGE = {
  name: 'cn.gov.mca.lake.receipt.issued',
  title: '回执',
  summary: 'What became of one record of an intake topic',
  description:
    'CloudEvent in structured mode, keyed by source, at least once: the same receipt always has the same id. ' +
    'In order per source and intake partition.',
  contentType: 'application/cloudevents+json',
  headers: {
    type: 'object',
    properties: {
      source: { ...text, description: 'the publisher’s source, or unattributed: filter by it' },
      status: { ...text, enum: RECEIPT_STATUSES },
    },
  },
  payload: {
    type: 'object',
    required: ['specversion', 'id', 'source', 'type', 'time', 'data'],
    properties: {
      specversion: { ...text, const: '1.0' },
      id: { ...text, description: '{intake topic}/{partition}@{offset}' },
      source: { ...text, const: 'urn:mca:lake' },
      type: { ...text, const: 'cn.gov.mca.lake.receipt.issued' },
      subject: { ...text, format: 'uuid', description: 'id of the event' },
      time: { ...text, format: 'date-time' },
      datacontenttype: { ...text, const: 'application/json' },
      data: DATA,
    },
  },
} as const;

/** Parts of the AsyncAPI document. */
export const receiptsChannel = (topicPrefix: string) => ({
  address: `${topicPrefix}.receipts`,
  title: '回执 (Receipts)',
  messages: { receipt: { $ref: '#/components/messages/receipt' } },
});
