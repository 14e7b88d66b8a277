import { describe, expect, it } from '@jest/globals';
import type { SeriesRow } from '../evaluate/series.js';
import { announcementsOf } from './announcement.js';
import { restAfter, restOf } from './duty-cycle.js';
import { NO_DIFFERENCE, differenceOf, seriesName } from './series-difference.js';

const row = (periodEnd: string, value: string | null, region = '310105'): SeriesRow => ({
  indicator: 'chn-eldercare-beds',
  region,
  periodEnd,
  value,
  numerator: value ?? '0',
  denominator: null,
});

const shown = (value: string) => ({ value, numerator: value, denominator: null, withheld: false });
const hidden = { value: null, numerator: null, denominator: null, withheld: true };

describe('what a flush writes', () => {
  it('given the same series, writes nothing', () => {
    expect(differenceOf([row('2020-01-31', '5')], [row('2020-01-31', '5')])).toEqual(NO_DIFFERENCE);
  });

  it('given a new, a changed and a vanished month, writes each of them', () => {
    const stored = [row('2020-01-31', '5'), row('2020-02-29', '6'), row('2020-03-31', '7')];
    const difference = differenceOf(stored, [
      row('2020-01-31', '5'),
      row('2020-02-29', null),
      row('2020-04-30', '8'),
    ]);
    expect(difference.changed).toEqual([row('2020-02-29', null), row('2020-04-30', '8')]);
    expect(difference.vanished).toEqual([row('2020-03-31', '7')]);
  });

  it('announces once per indicator and region, with the newest of the changed values', () => {
    const changed = [row('2020-02-29', '6'), row('2020-01-31', '5'), row('2020-01-31', '1', '310105001')];
    const announcements = announcementsOf({
      changed,
      vanished: [row('2020-03-31', '7')],
      previous: new Map([[seriesName(row('2020-02-29', '5')), row('2020-02-29', '5')]]),
      causes: new Map([['chn-eldercare-beds 310105', { count: 1, events: ['e1'] }]]),
    });
    expect(announcements.map(({ region }) => region)).toEqual(['310105', '310105001']);
    expect(JSON.parse(announcements[0]!.body)).toEqual({
      indicator: 'chn-eldercare-beds',
      region: '310105',
      from: '2020-01-31',
      to: '2020-03-31',
      months: 3,
      newest: { periodEnd: '2020-02-29', ...shown('6') },
      previous: { periodEnd: '2020-02-29', ...shown('5') },
      causes: { count: 1, events: ['e1'] },
    });
    expect(JSON.parse(announcements[1]!.body)).toMatchObject({ previous: null, causes: null });
  });
});

describe('what a flush announces of few people', () => {
  const key = row('2020-02-29', '6');
  const difference = {
    changed: [key],
    vanished: [],
    previous: new Map([[seriesName(key), row('2020-02-29', '5')]]),
    causes: new Map([['chn-eldercare-beds 310105', { count: 1, events: ['e1'] }]]),
  };
  const names = new Set([seriesName(key)]);
  const announced = (now: ReadonlySet<string>, before: ReadonlySet<string>) =>
    JSON.parse(announcementsOf(difference, { now, before })[0]!.body) as object;

  it('given a withheld figure, announces that it moved, not what to nor by how many events', () => {
    expect(announced(names, new Set())).toMatchObject({
      to: '2020-02-29',
      newest: { periodEnd: '2020-02-29', ...hidden },
      previous: shown('5'),
      causes: null,
    });
  });

  it('given one that was withheld, announces what it is and not what it was', () => {
    expect(announced(new Set(), names)).toMatchObject({ newest: shown('6'), previous: hidden, causes: null });
  });
});

describe('duty cycle', () => {
  it('rests 50 ms after a short flush', () => {
    for (const isBusy of [true, false]) expect(restAfter(5, isBusy)).toBe(50);
  });

  it('rests twice as long as the flush took while folding keeps up, and no longer than 100 ms', () => {
    expect(restAfter(40, false)).toBeCloseTo(80);
    expect(restAfter(400, false)).toBe(100);
  });

  it('takes no more than 15 % of the time under replay', () => {
    for (const last of [20, 100, 170])
      expect(last / (last + restAfter(last, true))).toBeLessThanOrEqual(0.150001);
  });

  it('leaves 85 % of the time to others however long work takes that nobody waits for', () => {
    for (const last of [100, 3_000]) expect(last / (last + restOf(last))).toBeLessThanOrEqual(0.150001);
  });

  it('rests no longer than a second, however long the last one waited for its turn', () =>
    expect(restAfter(3_000, true)).toBe(1_000));
});
