import { describe, expect, it } from '@jest/globals';
import { toOutgoing, type AcceptedRecord } from './accepted-record.js';

const bytes = (text: string): Buffer => Buffer.from(text);
const raw = (...names: string[]) => ({ names, bytes: bytes('as it stood in the log') });

const accepted = (record: Partial<AcceptedRecord['record']>): AcceptedRecord => ({
  position: 2 ** 40 + 7,
  record: { key: bytes('key'), value: bytes('value'), headers: { ce_id: bytes('1') }, ...record },
});

const POSITION = bytes('\0\0\x01\0\0\0\0\x07');

describe('a record for the accepted topic', () => {
  it('given no headers but the event’s, then they are passed on whole, with the position', () => {
    const rawHeaders = raw('ce_id', 'content-type');
    const outgoing = toOutgoing(accepted({ rawHeaders }), 3);
    expect(outgoing).toMatchObject({ key: bytes('key'), passedOn: rawHeaders, partition: 3 });
    expect(outgoing.headers).toEqual({ position: POSITION });
  });

  it.each([
    ['a foreign header', raw('ce_id', 'traceparent')],
    ['a position of the publisher’s own', raw('ce_id', 'position')],
    ['a header twice', raw('ce_id', 'ce_id')],
    ['a name nobody may use', raw('ce_id', '__proto__')],
    ['a header without value, or headers read back from the lake', undefined],
  ])('given %s, then only what is the event’s goes out', (_what, rawHeaders) => {
    const headers = { ce_id: bytes('1'), traceparent: bytes('x'), position: bytes('x'), ce_seq: undefined };
    const outgoing = toOutgoing(accepted({ headers, rawHeaders }), 3);
    expect(outgoing.passedOn).toBeUndefined();
    expect(outgoing.headers).toEqual({ ce_id: bytes('1'), position: POSITION });
  });
});
