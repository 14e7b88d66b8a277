import { describe, expect, it } from '@jest/globals';
import { addDecimals, compareDecimals, decimalOf, subtractDecimals } from '@minhai/domain';
import fc from 'fast-check';
import { type Fraction, NOTHING, fractionOfQuotient, isNothing, minus, plus } from '../evaluate/fraction.js';
import { valueOf } from '../evaluate/quotient.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { sumsOf } from './evidence.fixture.js';
import {
  type Case,
  share,
  beds,
  newBeds,
  at,
  instant,
  event,
  row,
  reading,
  move,
  told,
} from './movement-case.fixture.js';
import { pathOf } from './movement.js';

describe('laws of movements', () => {
  const days = fc.nat(40).map((n) => n * 10);
  const known = fc.option(days, { nil: null });
  const anyEvent = fc.record({
    id: fc.constantFrom(...'abcdefgh'),
    day: days,
    recorded: days,
    amends: fc.option(fc.constantFrom(...'abcdefgh'), { nil: undefined }),
    kind: fc.boolean(),
  });
  const events = fc
    .uniqueArray(anyEvent, { selector: ({ id }) => id })
    .map((all) =>
      all.map(({ id, day, recorded, amends, kind }) =>
        event(id, day, recorded, kind ? { voids: amends } : { correctionOf: amends }),
      ),
    );
  const anyRow = fc
    .record({
      amount: fc.integer({ min: -5, max: 50 }),
      from: days,
      length: fc.option(fc.integer({ min: 1, max: 300 }), { nil: null }),
      learned: days,
      held: fc.option(fc.integer({ min: 1, max: 300 }), { nil: null }),
      flow: fc.boolean(),
      nursing: fc.boolean(),
      entity: fc.constantFrom('i-1', 'i-2'),
      street: fc.constantFrom('310105001', '310105002'),
      causes: fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 1, maxLength: 3 }),
    })
    .map(({ amount, from, length, learned, held, flow, nursing, entity, street, causes }) =>
      row(amount, from, causes, {
        entity,
        street,
        validUntil: flow || length === null ? null : at(from + length),
        knownFrom: instant(learned),
        knownUntil: held === null ? null : instant(learned + held),
        ...(flow
          ? { measure: 'eldercare.new-beds', dims: { scope: 'INSTITUTION' } }
          : { dims: { bedType: nursing ? 'NURSING' : 'GENERAL', scope: 'INSTITUTION' } }),
      }),
    );
  const mixed: IndicatorDefinition = { ...share, id: 'mixed', numerator: newBeds.numerator };
  const definition = fc.constantFrom(share, beds, newBeds, mixed);
  const anyReading = fc
    .tuple(definition, days, known)
    .map(([indicator, day, knownAt]) => reading(indicator, day, knownAt));
  const cases: fc.Arbitrary<Case> = fc.record({
    from: anyReading,
    to: anyReading,
    rows: fc.array(anyRow, { maxLength: 12 }),
    events,
  });
  const sum = (values: readonly (Fraction | null)[]): Fraction =>
    values.map((value) => value!).reduce(plus, NOTHING);

  it('parts add up to the difference and events to their parts, exactly and as printed', () => {
    const law = fc.property(cases, (question) => {
      const sums = {
        from: sumsOf(question.rows, question.from.knownAt),
        to: sumsOf(question.rows, question.to.knownAt),
      };
      const path = pathOf(question, sums);
      const { parts, exact, printed } = move(question);
      const [before, after] = [fractionOfQuotient(path.from), fractionOfQuotient(path.to)];
      expect(exact.value === null).toBe(before === null || after === null);
      const numerators = parts.map(({ numerator }) => numerator).reduce(addDecimals, decimalOf(0));
      expect(compareDecimals(numerators, subtractDecimals(path.to.numerator, path.from.numerator))).toBe(0);
      for (const part of parts.filter(({ part: name }) => name !== 'definition'))
        if (part.value)
          expect(isNothing(minus(sum(part.events.map(({ value }) => value)), part.value))).toBe(true);
      if (!before || !after) return;
      expect(isNothing(minus(sum(parts.map(({ value }) => value)), minus(after, before)))).toBe(true);
      const { decimals } = question.to.indicator;
      const shown = subtractDecimals(valueOf(path.to, decimals)!, valueOf(path.from, decimals)!);
      expect(compareDecimals(shown, printed!)).toBe(0);
      expect(
        compareDecimals(parts.map((part) => part.printed!).reduce(addDecimals, decimalOf(0)), shown),
      ).toBe(0);
    });
    fc.assert(law, { numRuns: 400 });
  });

  it('the order of rows and events means nothing', () => {
    const law = fc.property(cases, ({ from, to, rows, events: all }) => {
      const reversed = { from, to, rows: [...rows].reverse(), events: [...all].reverse() };
      expect(told(move(reversed))).toEqual(told(move({ from, to, rows, events: all })));
    });
    fc.assert(law, { numRuns: 200 });
  });
});
