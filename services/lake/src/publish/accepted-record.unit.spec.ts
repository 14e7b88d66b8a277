import { describe, expect, it } from '@jest/globals';
import { toOutgoing, type AcceptedRecord } from './accepted-record.js';

const bytes = (text: string): Buffer => Buffer.from(text);
const raw = (count: number) => ({ count, bytes: bytes('as it stood in the log') });

const record = (change: Partial<AcceptedRecord>): AcceptedRecord => ({
  position: 2 ** 40 + 7,
  key: bytes('key'),
  value: bytes('value'),
  headers: { ce_id: bytes('1'), 'content-type': bytes('application/avro') },
  ...change,
});

const POSITION = bytes('\0\0\x01\0\0\0\0\x07');

describe('a record for the accepted topic', () => {
  it('given no headers but the event’s, then they are passed on whole, with the position', () => {
    const outgoing = toOutgoing(record({ rawHeaders: raw(2) }), 3);
    expect(outgoing).toMatchObject({ passedOn: raw(2), partition: 3 });
    expect(outgoing.headers).toEqual({ position: POSITION });
  });

  it.each([
    ['a foreign header', { headers: { ce_id: bytes('1'), traceparent: bytes('x') }, rawHeaders: raw(2) }],
    [
      'a position of the publisher’s own',
      { headers: { ce_id: bytes('1'), position: bytes('x') }, rawHeaders: raw(2) },
    ],
    ['a header twice', { headers: { ce_id: bytes('1') }, rawHeaders: raw(2) }],
    ['a header without value', { headers: { ce_id: bytes('1'), ce_seq: undefined }, rawHeaders: raw(2) }],
    ['headers read back from the lake', { headers: { ce_id: bytes('1') } }],
  ])('given %s, then only what is the event’s goes out', (_what, change) => {
    const outgoing = toOutgoing(record(change), 3);
    expect(outgoing.passedOn).toBeUndefined();
    expect(outgoing.headers).toEqual({ ce_id: bytes('1'), position: POSITION });
  });
});
