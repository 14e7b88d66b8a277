import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pinnedDefinition } from '../definitions/definition-version.js';
import type { Amount, Lookup } from '../evaluate/window.js';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import {
  type EditionPins,
  type EditionReading,
  composeEdition,
  contentsText,
  lastDayOf,
} from './contents.js';
import { jsonDifferences } from './json-difference.js';
import { parseContents, pinsOf } from './pinned-edition.js';
import type { PeopleOf } from '../disclosure/region-figures.js';
import { requirePinnedFacts } from './rebuild-edition.js';
import { changedFigures, withoutFewCases } from './restatement.js';

const IDS: readonly string[] = ['chn-eldercare-beds', 'chn-dibao-persons', 'chn-nursing-bed-share'];
const definitions = INDICATORS.filter(({ id }) => IDS.includes(id)).map(pinnedDefinition);
const dibao = definitions.find(({ id }) => id === 'chn-dibao-persons')!.definition.numerator[0]!;

const pins: EditionPins = {
  district: '310105',
  period: '2020',
  knownAt: Date.parse('2021-03-01T00:00:00+08:00'),
  positions: [
    { domain: 'ref', partition: 0, position: 9 },
    { domain: 'eldercare', partition: 1, position: 3 },
    { domain: 'eldercare', partition: 0, position: 7 },
  ],
  definitions,
  facts: [
    { name: 'b', version: 1, fingerprint: 'f' },
    { name: 'a', version: 2, fingerprint: 'g' },
  ],
  held: { district: 0, unattributed: 0 },
};

const amount = (street: string, count: number, dims: Record<string, string>): Amount => ({
  street,
  dims,
  amount: BigInt(count),
});
const BEDS = [
  amount('310105001', 100, { scope: 'INSTITUTION', bedType: 'GENERAL' }),
  amount('310105002', 30, { scope: 'INSTITUTION', bedType: 'NURSING' }),
];
const dims = Object.fromEntries(
  Object.entries(dibao.where ?? {}).map(([dim, members]) => [dim, members[0]!]),
);
const PERSONS = [amount('310105001', 40, dims), amount('310105002', 3, dims), amount('310105003', 60, dims)];

const lookup: Lookup = ({ measure }) =>
  measure === 'eldercare.beds' ? BEDS : measure === dibao.measure ? PERSONS : [];
const reading: EditionReading = {
  lookup,
  findings: [
    { rule: 'STATE', severity: 'error', count: 2 },
    { rule: 'LATE_REPORT', severity: 'info', count: 3 },
  ],
  divisions: [
    { code: '310105002', level: 'STREET', validFrom: '1990-01-01', validUntil: null },
    { code: '310105', level: 'DISTRICT', validFrom: '1949-10-01', validUntil: null },
  ],
};

const few: PeopleOf = ({ id }) =>
  id === 'chn-dibao-persons' ? { k: 10, numerator: true, denominator: false } : undefined;
const compose = (of: EditionPins = pins, from: EditionReading = reading, people: PeopleOf = few) =>
  composeEdition(of, from, people);
const text = contentsText(compose());

describe('the contents of an edition', () => {
  it('given everything in another order, has the same bytes', () => {
    const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });
    fc.assert(
      fc.property(
        fc.record({
          positions: shuffled(pins.positions),
          definitions: shuffled(definitions),
          facts: shuffled(pins.facts),
          divisions: shuffled(reading.divisions),
          findings: shuffled(reading.findings),
        }),
        ({ divisions, findings, ...shuffledPins }) => {
          const other = compose(
            { ...pins, ...shuffledPins },
            { lookup: (window) => lookup(window).toReversed(), divisions, findings },
          );
          expect(contentsText(other)).toBe(text);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('given its own text, is made again from what it pins', () => {
    expect(contentsText(compose(pinsOf(parseContents(Buffer.from(text))), reading))).toBe(text);
  });

  it('counts findings, and withholds figures that tell of few people', () => {
    const { findings, figures } = compose();
    expect(findings.open).toBe(5);
    const persons = figures.filter(({ indicator }) => indicator === 'chn-dibao-persons');
    expect(
      persons.map(({ region, value, numerator, withheld }) => [region, value, numerator, withheld]),
    ).toEqual([
      ['310105', '103', '103', false],
      ['310105001', null, null, true],
      ['310105002', null, null, true],
      ['310105003', '60', '60', false],
    ]);
    expect(text).not.toContain('"numerator":"3"');
  });

  it('given a district whose figure is withheld, does not tell how it stands either', () => {
    const stands = (people: PeopleOf) => {
      const { figures } = compose(pins, reading, people);
      const { withheld, status, completion } = figures.find(
        ({ indicator, region }) => indicator === 'chn-nursing-bed-share' && region === '310105',
      )!;
      return { withheld, status, completion };
    };
    const all: PeopleOf = () => ({ k: 1_000_000, numerator: true, denominator: true });
    expect(stands(few)).toMatchObject({ withheld: false, status: 'on-track' });
    expect(stands(all)).toEqual({ withheld: true, status: null, completion: null });
  });

  it.each([
    ['2020', '2020-12-31'],
    ['2020-02', '2020-02-29'],
    ['2020-13', undefined],
    ['20', undefined],
  ])('given the period %s, ends on %s', (period, day) => expect(lastDayOf(period)).toBe(day));
});

describe('a restatement', () => {
  it('given another figure, gives old, new and difference; given the same, nothing', () => {
    const published = compose();
    const more = compose(pins, {
      ...reading,
      lookup: (window) => [...lookup(window), ...(window.measure === 'eldercare.beds' ? [BEDS[1]!] : [])],
    });
    expect(changedFigures({ published, arrived: published, present: published })).toEqual([]);
    const changed = changedFigures({ published, arrived: published, present: more });
    expect(
      changed.find(({ indicator, region }) => indicator === 'chn-eldercare-beds' && region === '310105'),
    ).toMatchObject({
      published: { value: '130' },
      present: { value: '160' },
      difference: { value: '30', numerator: '30', denominator: null },
      arrivedLater: { value: '0' },
      registeredLater: { value: '30' },
    });
    const closed = compose(pins, {
      ...reading,
      lookup: (window) => lookup(window).filter(({ street }) => street !== '310105002'),
    });
    const gone = changedFigures({ published, arrived: closed, present: closed }).filter(
      ({ region }) => region === '310105002',
    );
    expect(
      gone.map(({ indicator, difference }) => [indicator, difference.numerator, difference.value]),
    ).toEqual([
      ['chn-dibao-persons', null, null],
      ['chn-eldercare-beds', '-30', '-30'],
      ['chn-nursing-bed-share', '-30', null],
    ]);
    expect(jsonDifferences({ a: [1, { b: '2' }], c: 1 }, { a: [1, { b: '3' }], d: 1 })).toEqual([
      { pointer: '/a/1/b', stored: '2', rebuilt: '3' },
      { pointer: '/c', stored: 1, rebuilt: undefined },
      { pointer: '/d', stored: undefined, rebuilt: 1 },
    ]);
  });
});

describe('a restatement of a figure that was withheld in between', () => {
  const persons = (amounts: readonly Amount[]) =>
    compose(pins, {
      ...reading,
      lookup: (window) => (window.measure === dibao.measure ? amounts : lookup(window)),
    });

  it('says so, for the parts from there on would tell it', () => {
    const readings = {
      published: compose(),
      arrived: persons([PERSONS[1]!]),
      present: persons([...PERSONS, PERSONS[0]!]),
    };
    const figure = changedFigures(readings).find(
      ({ indicator, region }) => indicator === 'chn-dibao-persons' && region === '310105',
    );
    expect(figure).toMatchObject({
      withheld: true,
      published: { value: '103', withheld: false },
      present: { value: '143', withheld: false },
      registeredLater: { value: null },
    });
  });
});

describe('a changed figure to a reader who may not see single cases', () => {
  const event = {
    id: 'e',
    type: 't',
    domain: 'eldercare',
    partition: 0,
    position: 1,
    recordedAt: '',
    kind: 'late',
  } as const;
  const figure = (eventCount: number, withheld = false) => {
    const shown = { value: '1', numerator: '1', denominator: null, withheld };
    const difference = { value: '1', numerator: '1', denominator: null };
    const part = { part: 'late', value: '1', numerator: '1', denominator: '0', eventCount };
    return withoutFewCases({
      indicator: 'chn-elder-allowance-paid',
      region: '310105',
      published: shown,
      present: shown,
      withheld,
      difference,
      arrivedLater: difference,
      registeredLater: difference,
      parts: withheld ? null : [part],
      eventCount,
      events: [event],
    });
  };

  it('given few events, or a withheld figure, then they are neither listed nor counted; given many, they are', () => {
    expect(figure(4)).toMatchObject({
      eventCount: null,
      events: [],
      parts: [{ value: '1', eventCount: null }],
    });
    expect(figure(40, true)).toMatchObject({ eventCount: null, events: [], parts: null });
    expect(figure(5)).toMatchObject({ eventCount: 5, events: [event], parts: [{ eventCount: 5 }] });
  });
});

describe('a rebuild', () => {
  it('given facts of another version, refuses and says what to check out', () => {
    expect(() => requirePinnedFacts(pins)).toThrow(
      /Check out .* a: the edition has version 2, g; this code has no such fact/s,
    );
    const other = [{ name: 'eldercare.bed-capacity', version: 0, fingerprint: 'x' }];
    expect(() => requirePinnedFacts({ facts: other })).toThrow(
      /eldercare.bed-capacity: the edition has version 0, x; this code has version \d/,
    );
  });
});
