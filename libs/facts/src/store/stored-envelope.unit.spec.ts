import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeEnvelope, encodeEnvelope, type StoredEnvelope } from './stored-envelope.js';

const text = fc.string({ unit: fc.constantFrom('a', '中', '\u001d', '\u001e', '\u001f', '2', '9', '\n') });
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const instant = fc.integer({ min: -5e12, max: 5e12 });

const envelopes: fc.Arbitrary<StoredEnvelope> = fc.record({
  source: text,
  type: text,
  subject: text,
  time: instant,
  recordedTime: instant,
  regionId: fc.constant('310105'),
  streetId: maybe(text),
  villageId: maybe(text),
  seq: maybe(fc.maxSafeInteger()),
  sensitivity: fc.constantFrom(1, 2, 3, 4),
  correctionOf: maybe(text),
  voids: maybe(text),
  reason: maybe(text),
  actor: maybe(text),
  schemaId: fc.nat(),
});

describe('stored envelope', () => {
  it('given any envelope, reads back what was written, separators, empty and absent fields included', () => {
    fc.assert(
      fc.property(envelopes, (envelope) =>
        expect(decodeEnvelope(encodeEnvelope(envelope))).toEqual(envelope),
      ),
      { numRuns: 1000 },
    );
  });
});
