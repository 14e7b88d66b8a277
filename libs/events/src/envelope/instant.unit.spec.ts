import { describe, expect, it } from '@jest/globals';
import { formatInstant, parseInstant } from '@minhai/domain';
import fc from 'fast-check';
import { readInstant } from './instant.js';

const FIRST = Date.parse('1800-01-01T00:00:00Z');
const LAST = Date.parse('2999-12-31T23:59:59.999Z');

describe('instant', () => {
  it('given any instant of the years 1800–2999 in any of its forms, then it reads back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: FIRST, max: LAST }),
        fc.integer({ min: -23 * 60, max: 23 * 60 }),
        (instant, minutes) => {
          const sign = minutes < 0 ? '-' : '+';
          const offset = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((n) =>
            String(n).padStart(2, '0'),
          );
          const local = new Date(instant + minutes * 60_000).toISOString();
          expect(readInstant(`${local.slice(0, -1)}${sign}${offset.join(':')}`)).toBe(instant);
          expect(readInstant(formatInstant(instant))).toBe(instant);
          expect(readInstant(new Date(instant).toISOString())).toBe(instant);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('given a text with one character changed, then it agrees with the reference reader', () => {
    const forms = [
      '2020-02-29T08:00:00+08:00',
      '2020-12-31T16:00:00Z',
      '2019-02-28T23:59:59.123-03:30',
      '2020-06-01T00:00:00.5Z',
    ];
    const anywhere = fc.record({
      form: fc.constantFrom(...forms),
      at: fc.nat({ max: 30 }),
      character: fc.constantFrom(...'0123456789T:Z+-. tz'),
    });
    fc.assert(
      fc.property(anywhere, ({ form, at, character }) => {
        const text = form.slice(0, at) + character + form.slice(at + 1);
        const instant = parseInstant(text);
        expect(readInstant(text)).toBe(
          instant !== undefined && instant >= FIRST && instant <= LAST ? instant : undefined,
        );
      }),
      { numRuns: 5000 },
    );
  });

  it('refuses years a register cannot mean', () => {
    const texts = [
      '0000-01-01T00:00:00Z',
      '1799-12-31T23:59:59Z',
      '3000-01-01T00:00:00Z',
      '2020-02-30T00:00:00Z',
      '',
    ];
    expect(texts.map(readInstant)).toEqual(texts.map(() => undefined));
  });
});
