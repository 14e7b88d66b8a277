import { Kafka, logLevel, CompressionTypes } from 'kafkajs';
import type { IntakeCode } from '@minhai/errors';
import { loadCatalogue, readHttpEvent, toKafkaRecord } from '@minhai/events';
import type { OutgoingRecord } from '@minhai/kafka';
import type { SampleEvent } from '@minhai/samples';
import { bedEvent } from './hostile-events.js';

/** A record of an intake topic, and what the lake must say of it. */
export interface HostileRecord {
  readonly code: IntakeCode;
  readonly pointer: string;
  readonly id: string;
  readonly domain: string;
  readonly record: OutgoingRecord;
}

const catalogue = loadCatalogue();

export interface RecordOfEvent {
  readonly id: string;
  readonly domain: string;
  readonly record: OutgoingRecord;
}

/** The record a department would write itself; undefined when the event has no form in Avro. */
export function recordOf(json: Buffer): RecordOfEvent | undefined {
  const read = readHttpEvent(json, catalogue);
  if (!read.ok) return undefined;
  const { topicDomain, key, value, headers } = toKafkaRecord(read.value, catalogue);
  return { id: read.value.id, domain: topicDomain, record: { key, value, headers } };
}

export const recordOfValid = (event: SampleEvent): RecordOfEvent =>
  recordOf(Buffer.from(JSON.stringify(event)))!;

/** A zig-zag varint. */
function varint(value: bigint): Buffer {
  const bytes: number[] = [];
  for (let rest = BigInt.asUintN(64, (value << 1n) ^ (value >> 63n)); ; rest >>= 7n) {
    if (rest < 0x80n) return Buffer.from([...bytes, Number(rest)]);
    bytes.push(Number(rest & 0x7fn) | 0x80);
  }
}

const text = (bytes: string | Buffer): Buffer =>
  Buffer.concat([varint(BigInt(Buffer.byteLength(bytes))), Buffer.from(bytes as string)]);

type BedField = 'delta' | 'after' | 'reason' | 'dementiaStandardised' | 'transferId';

/** Avro of a change of beds, field by field, with `bytes` in the place of a field's own. */
function bedValue(event: SampleEvent, bytes: Partial<Record<BedField, Buffer>>): Buffer {
  const { value } = recordOfValid(event).record;
  return Buffer.concat([
    value!.subarray(0, 5),
    text(event.data['institutionId'] as string),
    text('NURSING'),
    text('INSTITUTION'),
    bytes.delta ?? varint(40n),
    bytes.after ?? varint(120n),
    bytes.reason ?? text('NEW_BUILD'),
    bytes.dementiaStandardised ?? Buffer.from([0]),
    bytes.transferId ?? varint(0n),
  ]);
}

type Change = (record: OutgoingRecord, event: SampleEvent) => Partial<OutgoingRecord>;

const value =
  (bytes: Partial<Record<BedField, Buffer>>): Change =>
  (_, event) => ({ value: bedValue(event, bytes) });

const headers =
  (changes: Record<string, Buffer | undefined>): Change =>
  ({ headers: before }) => ({
    headers: Object.fromEntries(
      Object.entries({ ...before, ...changes }).filter(([, bytes]) => bytes !== undefined),
    ) as Record<string, Buffer>,
  });

const UNKNOWN_SCHEMA = Buffer.from([0, 0, 0, 0, 1]);

const ROWS: readonly (readonly [code: IntakeCode, pointer: string, change: Change])[] = [
  ['FRAME', '/data', () => ({ value: Buffer.from('{"delta": 40}') })],
  ['SCHEMA_UNKNOWN', '/dataschema', () => ({ value: UNKNOWN_SCHEMA })],
  ['TYPE_UNKNOWN', '/type', headers({ ce_type: Buffer.from('cn.gov.mca.nothing.happened') })],
  ['ENVELOPE', '/time', headers({ ce_time: undefined })],
  ['ENCODING', '/reason', headers({ ce_reason: Buffer.from([0xd1, 0xf8]) })],
  ['SUBJECT', '/subject', () => ({ key: Buffer.from('EC-ANOTHER:NURSING') })],
  ['AVRO_TRUNCATED', '/data/transferId', ({ value: whole }) => ({ value: whole!.subarray(0, -1) })],
  ['SIZE', '/data', ({ value: whole }) => ({ value: Buffer.concat([whole!, Buffer.alloc(1024 * 1024)]) })],
  ['AVRO_TRAILING', '/data', ({ value: whole }) => ({ value: Buffer.concat([whole!, Buffer.alloc(1)]) })],
  ['AVRO_COUNT', '/data/reason', value({ reason: varint(-1n) })],
  ['AVRO_UNION', '/data/transferId', value({ transferId: varint(2n) })],
  ['NUM_RANGE', '/data/delta', value({ delta: varint(2n ** 40n) })],
  ['FIELD_TYPE', '/data/dementiaStandardised', value({ dementiaStandardised: Buffer.from([2]) })],
  ['ENCODING', '/data/reason', value({ reason: text(Buffer.from([0xd1, 0xf8, 0xc0, 0xcf])) })],
  ['CONTROL_CHAR', '/data/reason', value({ reason: text('a\u0000b') })],
  ['SIZE', '/data/reason', value({ reason: text('x'.repeat(256 * 1024 + 1)) })],
];

/** Records as only a program that writes Kafka itself can send them. */
export const hostileRecords = (): HostileRecord[] => [
  ...ROWS.map(([code, pointer, change]) => {
    const event = bedEvent();
    const { id, domain, record } = recordOfValid(event);
    return { code, pointer, id, domain, record: { ...record, ...change(record, event) } };
  }),
  { code: 'ENVELOPE', pointer: '/type', ...recordOfValid(bedEvent()), domain: 'marriage' },
];

/** A gzip batch of two records that inflates beyond 8 MiB, as no producer of ours writes it. */
export async function sendBomb(brokers: string, place: { topic: string; partition: number }): Promise<void> {
  const kafka = new Kafka({
    brokers: brokers.split(','),
    clientId: 'department',
    logLevel: logLevel.NOTHING,
  });
  const producer = kafka.producer();
  await producer.connect();
  const messages = [1, 2].map(() => ({ value: Buffer.alloc(5 * 1024 * 1024), partition: place.partition }));
  await producer.send({ topic: place.topic, acks: -1, compression: CompressionTypes.GZIP, messages });
  await producer.disconnect();
}
