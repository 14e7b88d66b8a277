import { describe, expect, it } from '@jest/globals';
import { RejectedEventError } from '@minhai/errors';
import { LIMITS } from '../limits.js';
import {
  contentHash,
  loadCatalogue,
  readAcceptedEvent,
  readJsonEvent,
  readKafkaEvent,
  toKafkaRecord,
} from '../index.js';
import type { DomainEvent, KafkaRecord } from '../index.js';
import { VALID_SAMPLES } from '../schema-samples.spec.js';

const catalogue = loadCatalogue();

function eventOf(name: string): DomainEvent {
  const outcome = readJsonEvent(VALID_SAMPLES.find((sample) => sample.name.endsWith(name))!.event, catalogue);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

const full = eventOf('eldercare/bed.changed/all-fields');

function verdict(
  change: (record: { -readonly [name in keyof KafkaRecord]: KafkaRecord[name] | null }) => void,
): string[] {
  const record = toKafkaRecord(full, catalogue);
  const changed = { ...record, headers: { ...record.headers } };
  change(changed as never);
  const outcome = readKafkaEvent(changed, catalogue);
  return outcome.ok ? [] : outcome.problems.map(({ code, pointer }) => `${code} ${pointer}`);
}

const withHeader = (name: string, value: string | Buffer) =>
  verdict(({ headers }) => {
    (headers as Record<string, Buffer>)[name] = Buffer.from(value as string);
  });

const withValue = (value: Buffer | null) =>
  verdict((record) => {
    record.value = value;
  });

describe('an event as a Kafka record', () => {
  it('carries every attribute in a header and the subject as key', () => {
    const { headers, key, topicDomain } = toKafkaRecord(full, catalogue);
    const texts = Object.fromEntries(
      Object.entries(headers).map(([name, bytes]) => [name, bytes.toString()]),
    );
    expect(topicDomain).toBe('eldercare');
    expect(key.toString()).toBe('EC-CN-0001:DEMENTIA');
    expect(texts).toMatchObject({
      'content-type': 'application/avro',
      ce_specversion: '1.0',
      ce_id: full.id,
      ce_time: '2020-06-01T00:00:00+08:00',
      ce_streetid: '310105102',
      ce_seq: '17',
      ce_sensitivity: '2',
      ce_reason: '核定更正',
    });
  });

  it('is refused when its frame is not Confluent’s or names no known schema', () => {
    expect(withValue(null)).toEqual(['FRAME /data']);
    expect(withValue(Buffer.alloc(4))).toEqual(['FRAME /data']);
    expect(withValue(Buffer.from('{"delta":1}'))).toEqual(['FRAME /data']);
    expect(withValue(Buffer.from([0, 0, 0, 0, 1, 2]))).toEqual(['SCHEMA_UNKNOWN /dataschema']);
    expect(withValue(toKafkaRecord(eventOf('record/voided/plain'), catalogue).value)).toEqual([
      'ENVELOPE /type',
    ]);
  });

  it('is refused beyond a mebibyte without being walked', () => {
    const header = toKafkaRecord(full, catalogue).value.subarray(0, 5);
    const padded = (bytes: number) => Buffer.concat([header, Buffer.alloc(bytes - 5)]);
    expect(withValue(padded(LIMITS.valueBytes))[0]).not.toMatch(/^SIZE/);
    expect(withValue(padded(LIMITS.valueBytes + 1))).toEqual(['SIZE /data']);
  });

  it('is refused when the key is not the subject', () => {
    expect(
      verdict((record) => {
        record.key = Buffer.from('EC-CN-0001:NURSING');
      }),
    ).toEqual(['SUBJECT /subject']);
    expect(
      verdict((record) => {
        record.key = null;
      }),
    ).toEqual(['SUBJECT /subject']);
  });

  it.each([
    ['ce_id', 'x', 'ENVELOPE /id'],
    ['ce_specversion', '0.3', 'ENVELOPE /specversion'],
    ['ce_seq', '-1', 'ENVELOPE /seq'],
    ['ce_seq', '1e3', 'ENVELOPE /seq'],
    ['ce_sensitivity', '0', 'ENVELOPE /sensitivity'],
    ['ce_time', '', 'ENVELOPE /time'],
    ['ce_reason', '', 'ENVELOPE /reason'],
    ['ce_reason', 'a\u0000', 'CONTROL_CHAR /reason'],
    ['ce_reason', Buffer.from([0xd1, 0xf8]), 'ENCODING /reason'],
    ['ce_source', Buffer.from([0xff]), 'ENCODING /source'],
    ['ce_dataschema', 'urn:mca:schema:other:1', 'ENVELOPE /dataschema'],
    ['ce_colour', 'red', 'ENVELOPE '],
  ])('given %s: %s, then %s', (name, value, expected) => {
    expect(withHeader(name, value)[0]).toBe(expected);
  });

  it('lets tracing and foreign headers pass', () => {
    expect([withHeader('ce_traceparent', '00-1'), withHeader('position', Buffer.alloc(8))]).toEqual([[], []]);
  });

  it('limits attributes, one below, at and one above', () => {
    const reasons = [-1, 0, 1].map((more) =>
      withHeader('ce_reason', '民'.repeat(LIMITS.attributeCharacters + more)),
    );
    expect(reasons).toEqual([[], [], ['ENVELOPE /reason']]);
    expect(withHeader('ce_seq', String(LIMITS.long))).toEqual([]);
    expect(withHeader('ce_seq', String(LIMITS.long + 1))).toEqual(['ENVELOPE /seq']);
  });

  it('given a payload that does not fit its schema, then encoding names the field', () => {
    let thrown: unknown;
    try {
      toKafkaRecord({ ...full, data: { ...full.data, after: 'many' } }, catalogue);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(RejectedEventError);
    expect(thrown).toMatchObject({ code: 'FIELD_TYPE', pointer: '/data/after' });
  });

  it('given an accepted record that is damaged, then reading it ends the process instead of guessing', () => {
    const record = toKafkaRecord(full, catalogue);
    expect(() => readAcceptedEvent({ ...record, value: Buffer.alloc(3) }, catalogue)).toThrow('unreadable');
  });
});

describe('content hash', () => {
  const value = toKafkaRecord(full, catalogue).value;
  const hashOf = (event: DomainEvent) => contentHash(event, value).toString('hex');

  it('differs when any attribute differs, is missing, or moves to its neighbour', () => {
    const changes: Partial<DomainEvent>[] = [
      {},
      { id: '01720000-0000-7000-8000-000000000009' },
      { source: 'urn:mca:310118:eldercare' },
      { subject: 'EC-CN-0001:NURSING' },
      { time: full.time + 1 },
      { recordedTime: full.recordedTime + 1 },
      { regionId: '310118' },
      { streetId: undefined },
      { villageId: undefined },
      { streetId: undefined, villageId: full.streetId },
      { seq: undefined },
      { seq: 18 },
      { sensitivity: 3 },
      { correctionOf: undefined },
      { voids: full.correctionOf, correctionOf: undefined },
      { reason: undefined },
      { reason: full.actor, actor: full.reason },
      { reason: `${full.reason},1:x`, actor: undefined },
    ];
    expect(new Set(changes.map((change) => hashOf({ ...full, ...change }))).size).toBe(changes.length);
    expect(contentHash(full, Buffer.concat([value, Buffer.alloc(1)])).toString('hex')).not.toBe(hashOf(full));
  });

  it('is 32 bytes also for the largest events', () => {
    expect(contentHash(full, Buffer.alloc(LIMITS.valueBytes))).toHaveLength(32);
  });
});
