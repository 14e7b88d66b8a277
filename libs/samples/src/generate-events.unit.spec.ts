import { describe, expect, it } from '@jest/globals';
import { judge, loadCatalogue, readHttpEvent, readKafkaEvent, toKafkaRecord } from '@minhai/events';
import { generateEvents, seededRandom } from './index.js';

const catalogue = loadCatalogue();
const NOW = Date.parse('2026-03-04T11:22:33+08:00');
const COUNT = 60;

describe.each(catalogue.all().map(({ type }) => ({ type })))('events of $type', ({ type }) => {
  const events = generateEvents(type, { random: seededRandom(type), now: NOW, count: COUNT });

  it('are taken by HTTP and by Kafka, every one', () => {
    for (const event of events) {
      const read = readHttpEvent(JSON.stringify(event), catalogue);
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      expect(judge(read.value, { now: NOW, catalogue }).problems).toEqual([]);
      expect(readKafkaEvent(toKafkaRecord(read.value, catalogue), catalogue).ok).toBe(true);
    }
  });

  it('have ids of their own and differ from each other', () => {
    expect(new Set(events.map(({ id }) => id)).size).toBe(COUNT);
    expect(new Set(events.map(({ id: _, ...rest }) => JSON.stringify(rest))).size).toBeGreaterThan(COUNT / 2);
    expect(new Set(events.map(({ subject }) => subject)).size).toBeGreaterThan(COUNT / 8);
    expect(new Set(events.map(({ time }) => time)).size).toBeGreaterThan(COUNT / 20);
  });
});

describe('what is asked for', () => {
  it('is the same again for the same seed, another for another', () => {
    const one = (seed: number) =>
      generateEvents('cn.gov.mca.eldercare.bed.changed', { random: seededRandom(seed), now: NOW, count: 5 });
    expect(one(7)).toEqual(one(7));
    expect(one(7)).not.toEqual(one(8));
  });

  it('happens in the region and comes from the source that were given', () => {
    for (const { type } of catalogue.all()) {
      const events = generateEvents(type, {
        random: seededRandom(3),
        now: NOW,
        count: 20,
        region: '310118',
        source: 'urn:mca:310118:trial',
      });
      expect(new Set(events.map(({ regionid }) => regionid))).toEqual(new Set(['310118']));
      expect(new Set(events.map(({ source }) => source))).toEqual(new Set(['urn:mca:310118:trial']));
    }
  });

  it('is in order for a clock that stands before the samples', () => {
    const now = Date.parse('2019-01-01T00:00:00+08:00');
    const events = generateEvents('cn.gov.mca.eldercare.bed.changed', {
      random: seededRandom(1),
      now,
      count: 9,
    });
    for (const { recordedtime } of events) expect(Date.parse(recordedtime)).toBeLessThanOrEqual(now);
  });

  it('is refused with a reason when there is no such type or district', () => {
    const options = { random: seededRandom(1), now: NOW };
    expect(() => generateEvents('cn.gov.mca.nothing.happened', options)).toThrow(RangeError);
    expect(() =>
      generateEvents('cn.gov.mca.eldercare.bed.changed', { ...options, region: '310199' }),
    ).toThrow(/310199/);
  });
});
