import { describe, expect, it } from '@jest/globals';
import type { SeriesRow } from '../evaluate/series.js';
import { announcementBody } from './announcement.channel.js';
import { announcementsOf } from './announcement.js';
import { type SeriesDifference, NO_DIFFERENCE, seriesName } from './series-difference.js';

const row = (value: string | null, denominator: string | null = '8'): SeriesRow => ({
  indicator: 'chn-nursing-bed-share',
  region: '310105001',
  periodEnd: '2020-02-29',
  value,
  numerator: '3',
  denominator,
});
const before = new Map([[seriesName(row('37.50')), row('-0.50', null)]]);
const causes = new Map([
  ['chn-nursing-bed-share 310105001', { count: 1, events: ['01727d27-f858-765f-97b0-7121cf57ce5f'] }],
]);

describe('the documented form of an announcement', () => {
  it.each<[string, Partial<SeriesDifference>, withheld: boolean]>([
    ['a new figure', { changed: [row('37.50')] }, false],
    ['a changed one with its causes', { changed: [row('37.50')], previous: before, causes }, false],
    ['one that cannot be computed', { changed: [row(null)] }, false],
    ['a withheld one', { changed: [row('37.50')], previous: before, causes }, true],
    ['one that is gone', { vanished: [row('37.50')], previous: before, causes }, false],
  ])('is the form of %s, with no field left out', (_, difference, withheld) => {
    const names = new Set(withheld ? [seriesName(row(null))] : []);
    const [announcement] = announcementsOf(
      { ...NO_DIFFERENCE, ...difference },
      { now: names, before: names },
    );
    const body: unknown = JSON.parse(announcement!.body);
    expect(announcementBody.parse(body)).toEqual(body);
  });
});
