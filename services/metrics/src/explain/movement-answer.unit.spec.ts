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
const shown = (more: Partial<Presentation> = {}, behind: readonly EvidenceRow[] = rows) => {
  const sums = sumsOf(behind, null);
  const movement = movementOf(
    {
      from: { indicator, asOf: '2019-12-31', knownAt: null },
      to: { indicator, asOf: '2020-12-31', knownAt: null },
    },
    { from: sums, to: sums },
    { rows: behind, events: behind.map(({ entity }) => event(entity)), histories: [] },
  );
  const presentation = {
    decimals: 0,
    rows: behind,
    limit: 2,
    showsKey: () => true,
    tellsCases: true,
    ...more,
  };
  return partsOf(movement, presentation)[0]!;
};

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

  it('given a reader without rights, masks entities of facts about persons', () => {
    const entityOf = (showsKey: Presentation['showsKey']) =>
      shown({ showsKey }).events[0]!.entities[0]!.entity;
    expect(entityOf((fact) => fact === 'population')).toBe('***');
    expect(entityOf((fact) => fact === 'eldercare.bed-capacity')).toBe('i-2');
  });

  it('given cases that are not told, then parts stay whole and single events are without day, place and share', () => {
    const many = ['i-1', 'i-2', 'i-3', 'i-4', 'i-5', 'i-6'].map((entity) => row(entity, 4n));
    const part = shown({ tellsCases: false, limit: 5 }, many);
    expect(part).toMatchObject({
      value: '24',
      numerator: '24',
      eventCount: 6,
      nextCursor: expect.any(String),
    });
    const nothing = { value: null, exact: null, numerator: null, denominator: null };
    expect(part.rest).toEqual({ eventCount: 1, ...nothing });
    for (const event of part.events)
      expect(event).toMatchObject({ day: null, street: null, recordedTime: null, ...nothing });
  });

  it('given few of them, then none is listed nor counted: the sum would be theirs', () => {
    expect(shown({ tellsCases: false })).toMatchObject({
      value: '11',
      eventCount: null,
      events: [],
      rest: null,
      nextCursor: null,
    });
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
