import { describe, expect, it } from '@jest/globals';
import { startOfDay } from '@minhai/domain';
import { indicatorOf, sumsOf } from './evidence.fixture.js';
import type { EvidenceEvent, EvidenceRow } from './evidence.js';
import { type Presentation, partsOf } from './movement-answer.js';
import { movementOf } from './movement.js';
import { refuseFew, refuseRegion } from './refuse-region.js';

const indicator = indicatorOf('chn-eldercare-beds');

const row = (entity: string, amount: bigint): EvidenceRow => ({
  fact: 'eldercare.bed-capacity',
  entity,
  measure: 'eldercare.beds',
  street: '310105001',
  dims: { bedType: 'GENERAL', scope: 'INSTITUTION' },
  amount,
  validFrom: '2020-05-01',
  validUntil: null,
  causes: [`event of ${entity}`],
  knownFrom: startOfDay('2020-05-02'),
  knownUntil: null,
});

const event = (entity: string): EvidenceEvent => ({
  id: `event of ${entity}`,
  type: 'cn.gov.mca.eldercare.bed.changed',
  day: '2020-05-01',
  recordedTime: startOfDay('2020-05-02'),
  street: '310105001',
});

const rows = [row('i-1', 4n), row('i-2', 9n), row('i-3', -2n)];
const sums = sumsOf(rows, null);
const movement = movementOf(
  {
    from: { indicator, asOf: '2019-12-31', knownAt: null },
    to: { indicator, asOf: '2020-12-31', knownAt: null },
  },
  { from: sums, to: sums },
  { rows, events: ['i-1', 'i-2', 'i-3'].map(event), histories: [] },
);

const shown = (more: Partial<Presentation> = {}) =>
  partsOf(movement, { decimals: 0, rows, limit: 2, shownFacts: null, tellsPlaces: true, ...more })[0]!;

describe('parts as answered', () => {
  it('lists the largest events first and sums the rest up', () => {
    const part = shown();
    expect(part.events.map(({ id, value }) => [id, value])).toEqual([
      ['event of i-2', '9.0000'],
      ['event of i-1', '4.0000'],
    ]);
    expect(part).toMatchObject({
      value: '11',
      eventCount: 3,
      rest: { eventCount: 1, value: '-2.0000', numerator: '-2' },
      nextCursor: 'event of i-1',
    });
  });

  it('given the last page, then no cursor; given a cursor of nothing, then it is refused', () => {
    const part = shown({ cursor: 'event of i-1' });
    expect(part.events.map(({ id }) => id)).toEqual(['event of i-3']);
    expect(part.nextCursor).toBeNull();
    expect(() => shown({ cursor: 'event of i-9' })).toThrow('no event of this part');
    expect(() => shown({ part: 'late', cursor: 'event of i-1' })).toThrow('no event of this part');
  });

  it('given a reader without rights, masks entities of facts about persons, and day and place where people are counted', () => {
    const [first] = shown({ shownFacts: new Set(['population']), tellsPlaces: false }).events;
    expect(first).toMatchObject({
      id: 'event of i-2',
      day: null,
      street: null,
      recordedTime: null,
      entities: [{ fact: 'eldercare.bed-capacity', entity: '***' }],
    });
    expect(shown({ shownFacts: new Set(['eldercare.bed-capacity']) }).events[0]!.entities[0]!.entity).toBe(
      'i-2',
    );
  });
});

describe('refuseRegion', () => {
  it('refuses a 街镇 of a figure that has none, and of people for readers who may not see few', () => {
    expect(() => refuseRegion({ breakdown: null }, '310105001', true)).toThrow('not kept by 街镇');
    expect(() => refuseRegion({ breakdown: 'street' }, '310105001', false)).toThrow('small-cells');
    const people = { k: 5, numerator: true, denominator: false };
    const reading = (numerator: string) => ({ region: '310105', numerator, denominator: null });
    expect(() => refuseFew(people, [reading('40'), reading('4')])).toThrow('small-cells');
    expect(() => refuseFew(people, [reading('40'), reading('0')])).not.toThrow();
    expect(() => refuseFew(undefined, [reading('4')])).not.toThrow();
    expect(() => refuseRegion({ breakdown: 'street' }, undefined, false)).not.toThrow();
    expect(() => refuseRegion({ breakdown: 'street' }, '310105001', true)).not.toThrow();
  });
});
