import { describe, expect, it } from '@jest/globals';
import { milestoneIds, peerRecord, peerTable } from './peer-records.js';

interface ConnectJson {
  readonly schema: { readonly fields: readonly { readonly field: string; readonly type: string }[] };
  readonly payload: Readonly<Record<string, unknown>>;
}

const read = (number: number): { key: string; value: ConnectJson } => {
  const { key, value } = peerRecord(number);
  return { key: key!.toString(), value: JSON.parse(value!.toString()) as ConnectJson };
};

describe('a record for the peer', () => {
  it('has its id as key and twelve fields that its schema names in their order', () => {
    const { key, value } = read(7);
    const names = value.schema.fields.map(({ field }) => field);
    expect(names).toHaveLength(12);
    expect(Object.keys(value.payload)).toEqual(names);
    expect(value.payload.id).toBe(key);
  });

  it('carries the payload of the reference row', () => {
    const payload = read(0).value.payload.payload as string;
    expect(Buffer.from(payload, 'base64')).toHaveLength(174);
  });

  it('fits the table', () => {
    const table = peerTable('bench.event');
    for (const { field } of read(0).value.schema.fields) expect(table).toMatch(new RegExp(`[(,] ?${field} `));
  });
});

describe('the milestones of the peer', () => {
  it('end with the last row', () => {
    const ids = milestoneIds(1_000, 250);
    expect(ids).toHaveLength(4);
    expect(ids.at(-1)).toBe(read(999).key);
  });
});
