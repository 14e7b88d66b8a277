import { acceptedTopic, intakeTopic, type Catalogue, type EventType } from '@minhai/events';
import { RECEIPT_MESSAGE, receiptsChannel } from '../receipts/receipts.channel.js';
import { DOMAIN_TITLES } from './domain-titles.js';

const text = { type: 'string' } as const;

/** CloudEvents attributes as Kafka headers (binary mode). */
const HEADERS = {
  type: 'object',
  required: [
    'ce_specversion',
    'ce_id',
    'ce_source',
    'ce_type',
    'ce_subject',
    'ce_time',
    'ce_recordedtime',
    'ce_regionid',
  ],
  properties: {
    ce_specversion: { ...text, const: '1.0' },
    ce_id: {
      ...text,
      format: 'uuid',
      description: 'idempotency key, unique for ever and across all sources',
    },
    ce_source: { ...text, description: 'urn:mca:{GB/T 2260}:{system}' },
    ce_type: { ...text, description: 'the name of the message' },
    ce_subject: { ...text, description: 'natural key of the aggregate; also the key of the record' },
    ce_time: { ...text, format: 'date-time', description: 'event time, RFC 3339 with offset' },
    ce_recordedtime: { ...text, format: 'date-time', description: 'registration time in the source' },
    ce_regionid: { ...text, pattern: '^[1-9][0-9]{5}$' },
    ce_streetid: { ...text, pattern: '^[1-9][0-9]{8}$' },
    ce_villageid: { ...text, pattern: '^[1-9][0-9]{11}$' },
    ce_seq: { ...text, pattern: '^[0-9]+$', description: 'number per aggregate in the source' },
    ce_sensitivity: { ...text, enum: ['1', '2', '3', '4'] },
    ce_correctionof: { ...text, format: 'uuid', description: 'id of the event this one replaces' },
    ce_voids: { ...text, format: 'uuid', description: 'id of the event this one voids' },
    ce_reason: text,
    ce_actor: text,
    ce_dataschema: { ...text, description: 'urn:mca:schema:{type}:{version}' },
  },
} as const;

const FRAME = 'Value: Confluent frame (0x00, schema id as 4 bytes big-endian), then Avro.';

/** AsyncAPI 3 of the topics publishers write and readers follow, from the event catalogue alone. */
export function asyncApiDocument(catalogue: Catalogue, topicPrefix: string): object {
  const domains = [...new Set(catalogue.all().map(({ domain }) => domain))];
  const typesOf = (domain: string) => catalogue.all().filter((eventType) => eventType.domain === domain);
  return {
    asyncapi: '3.1.0',
    info: {
      title: 'Minhai events',
      version: '1',
      description: `Civil-affairs events over Kafka. ${FRAME} Schemas are also at /registry of the gateway.`,
    },
    defaultContentType: 'application/vnd.apache.avro',
    channels: Object.fromEntries([
      ['receipts', receiptsChannel(topicPrefix)],
      ...domains.flatMap((domain) => [
        [
          `intake.${domain}`,
          channel(intakeTopic(topicPrefix, domain), `to send: ${titleOf(domain)}`, typesOf(domain)),
        ],
        [
          `accepted.${domain}`,
          channel(acceptedTopic(topicPrefix, domain), `accepted: ${titleOf(domain)}`, typesOf(domain)),
        ],
      ]),
    ]),
    operations: Object.fromEntries([
      ['follow.receipts', { action: 'send', channel: { $ref: '#/channels/receipts' } }],
      ...domains.flatMap((domain) => [
        [`publish.${domain}`, { action: 'receive', channel: { $ref: `#/channels/intake.${domain}` } }],
        [`follow.${domain}`, { action: 'send', channel: { $ref: `#/channels/accepted.${domain}` } }],
      ]),
    ]),
    components: {
      messages: Object.fromEntries([
        ['receipt', RECEIPT_MESSAGE],
        ...catalogue.all().map((eventType) => [keyOf(eventType), message(eventType)]),
      ]),
      messageTraits: { cloudEvent: { headers: HEADERS } },
    },
  };
}

const titleOf = (domain: string): string =>
  `${DOMAIN_TITLES[domain]?.zh ?? domain} (${DOMAIN_TITLES[domain]?.en ?? domain})`;

const keyOf = ({ domain, name }: EventType): string => `${domain}.${name}`;

const channel = (address: string, title: string, types: readonly EventType[]): object => ({
  address,
  title,
  messages: Object.fromEntries(
    types.map((eventType) => [keyOf(eventType), { $ref: `#/components/messages/${keyOf(eventType)}` }]),
  ),
});

const message = ({ type, titles, latest, subjectTemplate }: EventType): object => ({
  name: type,
  title: titles.zh,
  summary: titles.en,
  description: `Schema id ${latest.schemaId}, ${latest.urn}; subject ${subjectTemplate}`,
  traits: [{ $ref: '#/components/messageTraits/cloudEvent' }],
  payload: { schemaFormat: 'application/vnd.apache.avro;version=1.9.0', schema: latest.schema },
});
