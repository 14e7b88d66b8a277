import { describe, expect, it } from '@jest/globals';
import { addDays, addDecimals, compareDecimals, decimalOf, formatDecimal, startOfDay } from '@minhai/domain';
import fc from 'fast-check';
import { subtract, valueOf } from '../evaluate/quotient.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { indicatorOf, sumsOf } from './evidence.fixture.js';
import type { Evidence, EvidenceEvent, EvidenceRow, Reading } from './evidence.js';
import {
  type Fraction,
  NOTHING,
  formatFraction,
  fractionOfQuotient,
  isNothing,
  minus,
  plus,
} from '../evaluate/fraction.js';
import { type Movement, movementOf, pathOf } from './movement.js';

const share = indicatorOf('chn-nursing-bed-share');
const beds = indicatorOf('chn-eldercare-beds');
const newBeds = indicatorOf('chn-new-institution-beds');
const DAY_ONE = '2019-12-31';
const at = (days: number) => addDays(DAY_ONE, days);
const instant = (days: number) => startOfDay(at(days));

const event = (
  id: string,
  day: number,
  recorded: number,
  more: Partial<EvidenceEvent> = {},
): EvidenceEvent => ({
  id,
  type: 'cn.gov.mca.eldercare.bed.changed',
  day: at(day),
  recordedTime: instant(recorded),
  street: '310105001',
  ...more,
});

const row = (
  amount: number,
  from: number,
  causes: readonly string[],
  more: Partial<EvidenceRow> = {},
): EvidenceRow => ({
  fact: 'eldercare.bed-capacity',
  entity: 'i-1',
  measure: 'eldercare.beds',
  street: '310105001',
  dims: { bedType: 'NURSING', scope: 'INSTITUTION' },
  amount: BigInt(amount),
  validFrom: at(from),
  validUntil: null,
  causes,
  knownFrom: instant(0),
  knownUntil: null,
  ...more,
});

const reading = (indicator: IndicatorDefinition, day: number, known: number | null): Reading => ({
  indicator,
  asOf: at(day),
  knownAt: known === null ? null : instant(known),
});

const GENERAL = { bedType: 'GENERAL', scope: 'INSTITUTION' };

interface Case {
  readonly from: Reading;
  readonly to: Reading;
  readonly rows: readonly EvidenceRow[];
  readonly events: readonly EvidenceEvent[];
  readonly street?: string;
}

function move({ from, to, rows, events, street }: Case): Movement {
  const sums = { from: sumsOf(rows, from.knownAt), to: sumsOf(rows, to.knownAt) };
  const evidence: Evidence = { rows, events, histories: [] };
  return movementOf({ from, to, street }, sums, evidence);
}

const told = ({ parts }: Movement) =>
  parts.map(({ part, printed, events }) => [
    part,
    printed && formatDecimal(printed),
    events.map(({ eventId }) => eventId).join(' '),
  ]);

describe('movement between two readings', () => {
  it('given beds that opened and a nursing ward that closed, splits the change of the share between its sides', () => {
    const movement = move({
      from: reading(share, 0, null),
      to: reading(share, 366, null),
      rows: [
        row(30, 0, ['a'], { validUntil: at(100), causes: ['a', 'c'] }),
        row(70, 0, ['b'], { dims: GENERAL }),
        row(60, 50, ['d']),
      ],
      events: [event('a', 0, 0), event('b', 0, 0), event('c', 100, 100), event('d', 50, 50)],
    });
    expect([movement.from.value, movement.to.value]).toEqual(['30.00', '46.15']);
    expect(told(movement)).toEqual([
      ['numerator', '26.54', 'c d'],
      ['denominator', '-10.39', 'c d'],
    ]);
    const [numerator] = movement.parts;
    expect(numerator!.events.map(({ value }) => formatFraction(value!))).toEqual(['-345/13', '690/13']);
  });

  it('given a correction, a void and a late report between the readings, names each', () => {
    const movement = move({
      from: reading(beds, 366, 380),
      to: reading(beds, 366, 430),
      rows: [
        row(80, 10, ['first'], { knownUntil: instant(400) }),
        row(90, 10, ['corrected'], { knownFrom: instant(400) }),
        row(7, 20, ['wrong'], { entity: 'i-2', knownUntil: instant(410) }),
        row(5, 30, ['late'], { entity: 'i-3', knownFrom: instant(420) }),
      ],
      events: [
        event('first', 10, 10),
        event('corrected', 10, 400, { correctionOf: 'first' }),
        event('wrong', 20, 20),
        event('void', 410, 410, { voids: 'wrong' }),
        event('late', 30, 420),
      ],
    });
    expect(told(movement)).toEqual([
      ['corrections', '10', 'corrected'],
      ['voids', '-7', 'void'],
      ['late', '5', 'late'],
    ]);
  });

  it('given a closing recorded late, names the closing that ended the row, not the newest event of the institution', () => {
    const movement = move({
      from: reading(beds, 366, 380),
      to: reading(beds, 366, 430),
      rows: [
        row(80, 10, ['opening'], { knownUntil: instant(400) }),
        row(80, 10, ['opening', 'closing'], { knownFrom: instant(400), validUntil: at(300) }),
      ],
      events: [event('opening', 10, 10), event('closing', 300, 400), event('unrelated', 370, 410)],
    });
    expect(told(movement)).toEqual([['late', '-80', 'closing']]);
  });

  it('given a relocation, nothing moved for the district and the same event for both streets', () => {
    const rows = [
      row(80, 0, ['opening', 'moved'], { validUntil: at(50) }),
      row(80, 50, ['opening', 'moved'], { street: '310105002' }),
    ];
    const events = [event('opening', 0, 0), event('moved', 50, 50)];
    const question = { from: reading(beds, 0, null), to: reading(beds, 366, null), rows, events };
    expect(told(move(question))).toEqual([]);
    expect(told(move({ ...question, street: '310105002' }))).toEqual([['numerator', '80', 'moved']]);
  });

  it('given a flow over two years, tells the earlier year that is left behind from what happened since', () => {
    const movement = move({
      from: reading(newBeds, 0, null),
      to: reading(newBeds, 366, null),
      rows: [
        row(40, -100, ['old'], { measure: 'eldercare.new-beds', dims: { scope: 'INSTITUTION' } }),
        row(25, 100, ['new'], { measure: 'eldercare.new-beds', dims: { scope: 'INSTITUTION' } }),
      ],
      events: [event('old', -100, -100), event('new', 100, 100)],
    });
    expect(told(movement)).toEqual([
      ['earlier-period', '-40', 'old'],
      ['numerator', '25', 'new'],
    ]);
  });

  it('given another definition at the second reading, that is a part of its own', () => {
    const wider = { ...share, numerator: share.denominator! };
    const movement = move({
      from: reading(share, 0, null),
      to: reading(wider, 366, null),
      rows: [row(30, 0, ['a']), row(70, 0, ['b'], { dims: GENERAL }), row(10, 5, ['c'])],
      events: [event('a', 0, 0), event('b', 0, 0), event('c', 5, 5)],
    });
    expect(told(movement).slice(0, 1)).toEqual([['definition', '70.00', '']]);
    expect(movement.to.value).toBe('100.00');
  });

  it('given no denominator at the first reading, explains numerator and denominator and invents no value', () => {
    const movement = move({
      from: reading(share, 0, null),
      to: reading(share, 366, null),
      rows: [row(30, 5, ['a']), row(70, 6, ['b'], { dims: GENERAL })],
      events: [event('a', 5, 5), event('b', 6, 6)],
    });
    expect(movement.printed).toBeNull();
    expect(movement.from.value).toBeNull();
    expect(
      movement.parts.map(({ part, printed, numerator, denominator }) => [
        part,
        printed,
        numerator.unscaled,
        denominator.unscaled,
      ]),
    ).toEqual([
      ['numerator', null, 30n, 0n],
      ['denominator', null, 0n, 100n],
    ]);
  });
});

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
      expect(compareDecimals(numerators, subtract(path.to.numerator, path.from.numerator))).toBe(0);
      for (const part of parts.filter(({ part: name }) => name !== 'definition'))
        if (part.value)
          expect(isNothing(minus(sum(part.events.map(({ value }) => value)), part.value))).toBe(true);
      if (!before || !after) return;
      expect(isNothing(minus(sum(parts.map(({ value }) => value)), minus(after, before)))).toBe(true);
      const { decimals } = question.to.indicator;
      const shown = subtract(valueOf(path.to, decimals)!, valueOf(path.from, decimals)!);
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
