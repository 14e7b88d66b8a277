import { describe, expect, it } from '@jest/globals';
import { ledgerEvents, ledgerTraps } from './ledger.js';
import type { LedgerEvent } from './posting/cloud-event.js';
import { DISTRICTS, type DistrictCode } from './reference/districts.js';

// A trap that a careless reader would survive is no trap: each must move the figure it aims at.

const districts = Object.keys(DISTRICTS) as DistrictCode[];
const eventsOf = (district: DistrictCode, trap: string): LedgerEvent[] => {
  const ids = new Set(ledgerTraps(district).find(({ name }) => name === trap)!.eventIds);
  return ledgerEvents(district).filter(({ id }) => ids.has(id));
};
const deltas = (events: readonly LedgerEvent[]): number =>
  events.reduce((sum, { data }) => sum + Number(data.delta ?? 0), 0);

describe.each(districts)('traps of %s', (district) => {
  it.each([
    ['bed-delivered-twice', 'counted at every delivery', { '310105': 80, '310118': 120 }],
    ['reduction-voided', 'counted in spite of the void', { '310105': -10, '310118': -10 }],
    ['void-before-target', 'counted because the void came too early', { '310105': 15, '310118': 15 }],
    ['wrong-delta-corrected', 'counted together with its correction', { '310105': 150, '310118': 162 }],
    ['correction-voided', 'counted three times over', { '310105': 63, '310118': 66 }],
    ['one-sided-conversion', 'counted without its other half', { '310105': 20, '310118': -20 }],
    ['home-beds-are-apart', 'counted whatever their scope', { '310105': 25, '310118': 40 }],
    ['dementia-is-a-flag', 'counted as beds of their own', { '310105': 30, '310118': 39 }],
    ['adjustment-is-not-new', 'cancels out in the stock', { '310105': 0, '310118': 0 }],
    ['conversion-is-not-new', 'cancels out in the stock', { '310105': 0, '310118': 0 }],
  ])('%s: %s', (trap, _reading, moved) => {
    expect(deltas(eventsOf(district, trap))).toBe(moved[district]);
  });

  it('midnight events carry the last day of 2020 in UTC and the first of 2021 in Shanghai', () => {
    for (const trap of ['midnight-belongs-to-next-year', 'registered-at-midnight'])
      expect(eventsOf(district, trap).map(({ time }) => time)).toEqual(['2020-12-31T16:00:00Z']);
    expect(eventsOf(district, 'first-marriage-of-2020').map(({ time }) => time)).toEqual([
      '2019-12-31T16:00:00Z',
    ]);
  });

  it('late events take effect in 2020 and are recorded in February 2021', () => {
    const late = [
      'recorded-late',
      'divorce-recorded-late',
      'deregistration-recorded-late',
      'termination-recorded-late',
    ];
    for (const event of late.flatMap((trap) => eventsOf(district, trap))) {
      expect(event.time.slice(0, 4)).toBe('2020');
      expect(event.recordedtime.slice(0, 7)).toBe('2021-02');
    }
  });

  it('the rating that ends on the last day of 2020 ends one day after the one that does not last', () => {
    const validTo = (trap: string) => eventsOf(district, trap).map(({ data }) => data.validTo);
    expect(validTo('valid-to-the-last-day')).toEqual(['2020-12-31']);
    expect(validTo('expired-the-day-before')).toEqual(['2020-12-30']);
  });

  it('the rating after the end comes after the end', () => {
    const [left, rated] = eventsOf(district, 'rated-after-deregistration');
    expect([left!.type, rated!.type]).toEqual([
      'cn.gov.mca.socialorg.deregistered',
      'cn.gov.mca.socialorg.rated',
    ]);
    expect(left!.time < rated!.time).toBe(true);
  });

  it('the relocated institution stood in another street when it opened', () => {
    const [moved] = eventsOf(district, 'relocated-with-its-beds');
    const opened = ledgerEvents(district).find(
      ({ type, subject }) => type.endsWith('institution.opened') && subject === moved!.subject,
    );
    expect(opened!.streetid).not.toBe(moved!.streetid);
  });

  it('the termination arrives before the approval it ends', () => {
    const [approval] = eventsOf(district, 'termination-overtakes-approval');
    const course = ledgerEvents(district).filter(({ subject }) => subject === approval!.subject);
    expect(course.map(({ type }) => type.split('.').at(-1))).toEqual(['terminated', 'granted']);
  });
});
