import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DomainEvent } from '../envelope.js';
import { contentHash } from './content-hash.js';

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.stringMatching(/^[ -~]{0,300}$/));
const maybe = fc.option(text, { nil: undefined });
const event = fc.record({
  id: text,
  source: text,
  type: text,
  subject: text,
  time: fc.integer(),
  recordedTime: fc.maxSafeInteger(),
  regionId: text,
  streetId: maybe,
  villageId: maybe,
  seq: fc.option(fc.maxSafeNat(), { nil: undefined }),
  sensitivity: fc.integer({ min: 1, max: 4 }),
  correctionOf: maybe,
  voids: maybe,
  reason: maybe,
  actor: maybe,
});

/** What lakes that exist were filled with: the attributes in this order, each behind its length, then the value. */
const written = (attributes: readonly unknown[]): string =>
  attributes.map((one) => (one === undefined ? '-' : `${String(one).length}:${String(one)},`)).join('');

describe('the hash of an event’s content', () => {
  it('given any event, then it is SHA-256 over the netstrings of its attributes and its value', () => {
    fc.assert(
      fc.property(event, fc.uint8Array({ maxLength: 40_000 }), (attributes, bytes) => {
        const value = Buffer.from(bytes);
        const whole = Buffer.concat([Buffer.from(written(Object.values(attributes))), value]);
        const expected = createHash('sha256').update(whole).digest();
        expect(contentHash(attributes as unknown as DomainEvent, value)).toEqual(expected);
      }),
    );
  });
});
