import { describe, expect, it } from '@jest/globals';
import type { Outcome } from './outcome.js';
import { receiptRecord, type ReceiptData } from './receipt-record.js';

const origin = { topic: 't.intake.eldercare', domain: 'eldercare', partition: 3 };
const TYPE = 'cn.gov.mca.eldercare.bed.changed';
const ID = '01725b0c-0000-7000-8000-00000000000a';

const held: Outcome = {
  offset: 41,
  status: 'quarantined',
  eventId: ID,
  source: 'urn:mca:310105:eldercare',
  type: TYPE,
  code: 'REGION',
  pointer: '/data/regions/2/code',
  position: null,
  receivedAt: Date.parse('2026-03-01T00:00:00Z'),
};

function told(outcome: Outcome): {
  key: string;
  headers: Record<string, string>;
  envelope: Record<string, unknown>;
  data: ReceiptData;
} {
  const record = receiptRecord(outcome, origin, (type) => type === TYPE);
  const envelope = JSON.parse(record.value!.toString()) as Record<string, unknown>;
  const headers = Object.fromEntries(
    Object.entries(record.headers).map(([name, value]) => [name, value.toString()]),
  );
  return { key: record.key!.toString(), headers, envelope, data: envelope['data'] as ReceiptData };
}

describe('receiptRecord', () => {
  it('is a structured CloudEvent keyed by source, with advice in both languages', () => {
    const { key, headers, envelope, data } = told(held);
    expect(key).toBe('urn:mca:310105:eldercare');
    expect(headers).toEqual({
      'content-type': 'application/cloudevents+json; charset=UTF-8',
      source: 'urn:mca:310105:eldercare',
      status: 'quarantined',
    });
    expect(envelope).toMatchObject({
      specversion: '1.0',
      id: 't.intake.eldercare/3@41',
      source: 'urn:mca:lake',
      type: 'cn.gov.mca.lake.receipt.issued',
      subject: ID,
      time: '2026-03-01T08:00:00+08:00',
      datacontenttype: 'application/json',
    });
    expect(data).toMatchObject({
      eventId: ID,
      type: TYPE,
      code: 'REGION',
      pointer: '/data/regions/2/code',
      advice: { zh: expect.stringContaining('区划'), en: expect.stringContaining('division') },
      position: null,
      origin: { topic: 't.intake.eldercare', partition: 3, offset: 41 },
    });
  });

  it('given a record nobody can be named for, then the key says so and nothing made up gets through', () => {
    const { key, envelope, data } = told({
      ...held,
      eventId: null,
      source: 'urn:mca:000000000000000000',
      type: 'cn.gov.mca.000000000000000000',
    });
    expect(key).toBe('unattributed');
    expect([data.source, data.type, 'subject' in envelope]).toEqual([null, null, false]);
    expect(JSON.stringify(envelope)).not.toContain('000000000000000000');
  });

  it.each([
    ['', ''],
    ['/id', '/id'],
    ['/data/某人/name', '/data'],
    ['/data/a000000000000000000', '/data'],
    ['/data/000000000000000000', '/data'],
    ['/data/items/12/bad~1name', '/data/items/12'],
  ])('given the pointer %j, then it tells %j', (pointer, expected) => {
    expect(told({ ...held, pointer }).data.pointer).toBe(expected);
  });

  it('given an accepted event from before offsets were kept, then its position makes the id', () => {
    const { envelope, data } = told({
      ...held,
      status: 'accepted',
      code: null,
      pointer: null,
      offset: null,
      position: 7,
    });
    expect(envelope['id']).toBe('t.intake.eldercare/3@position-7');
    expect([data.advice, data.position, data.origin.offset]).toEqual([null, 7, null]);
  });
});
