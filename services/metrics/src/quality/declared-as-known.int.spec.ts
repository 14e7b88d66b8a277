import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '@minhai/postgres';
import { beds, event, opened, valueReported } from '../accepted-events.fixture.js';
import { readMonthCellsAsKnown } from '../cells/month-cell.reader.js';
import { wholeFigures } from '../disclosure/whole-figures.js';
import { distinctCells } from '../flush/flush.js';
import { seriesName } from '../flush/series-difference.js';
import { type StoredFigure, readWholeFigures } from '../flush/withheld.store.js';
import { association } from '../facts/socialorg-registration/association.fixture.js';
import { House } from '../house.fixture.js';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import { metricsDatabase } from '../metrics-database.fixture.spec.js';
import type { QualityAnswer } from './quality-answer.js';

const ID = 'chn-new-institution-beds';
const REGISTER = 'chn-socialorgs';

let house: House;

/** A declared value with its own days: what it is about is registered later than it is declared for. */
const declared = (period: string, value: string, at: { time: string; recorded: string }) => ({
  ...valueReported(ID, period, value, at.time),
  recordedTime: Date.parse(`${at.recorded}T09:00:00+08:00`),
});

const registered = (usci: string, time: string, recorded: string) =>
  event('cn.gov.mca.socialorg.registered', association(usci), { time, recorded });

const wrong = declared('2020-03', '120.0000', { time: '2020-04-10', recorded: '2020-08-01' });

beforeAll(async () => {
  house = new House(await metricsDatabase('declared-as-known'));
  await house.start();
  await house.accept([
    opened('chn-1', '2018-06-01', '310105001'),
    beds('chn-1', 100, 100, { time: '2020-02-10', reason: 'NEW_BUILD' }),
    beds('chn-1', 5, 105, { time: '2020-05-20', recorded: '2020-06-01', reason: 'EXPANSION' }),
    declared('2020-02', '100.0000', { time: '2020-03-05', recorded: '2020-03-05' }),
    wrong,
    {
      ...declared('2020-03', '110.0000', { time: '2020-04-10', recorded: '2020-09-01' }),
      correctionOf: wrong.id,
    },
    beds('chn-1', 10, 115, { time: '2020-03-20', recorded: '2020-10-01', reason: 'EXPANSION' }),
    registered('51310105MJ00000016', '2015-03-01', '2015-03-02'),
    registered('51310105MJ00000024', '2016-03-01', '2020-09-10'),
    event(
      'cn.gov.mca.socialorg.stock.reported',
      { region: '310105', kind: 'ASSOCIATION', period: '2020-06', count: 2 },
      { time: '2020-07-05' },
    ),
  ]);
  await house.settled();
});

afterAll(() => house.close());

async function driftsOf(id: string, query: string): Promise<[string, string, string, string, string][]> {
  const { drifts } = (await house.get(
    `/v1/indicators/${id}/quality?asOf=2020-12-31${query}`,
  )) as QualityAnswer;
  return drifts.largest
    .filter(({ fact }) => fact === 'reference.declared-values')
    .map(({ day, declared: said, derived, drift, since }) => [day, said, derived, drift, since]);
}

const knownAt = (day: string): string => `&knownAt=${day}T00:00:00%2B08:00`;

describe('declared values as known at a moment', () => {
  it('given a late declaration, its correction and a late change, then each counts from its registration on', async () => {
    const days = ['2020-02-28', '2020-07-01', '2020-08-15', '2020-09-15', '2020-10-15'];
    const known = await Promise.all(days.map((day) => driftsOf(ID, knownAt(day))));
    expect(known).toEqual([
      [],
      [],
      [['2020-03-31', '120', '100', '20', '2020-03-31']],
      [['2020-03-31', '110', '100', '10', '2020-03-31']],
      [],
    ]);
  });

  it('given everything known, then they are what they are without a moment', async () => {
    for (const id of [ID, REGISTER])
      expect(await driftsOf(id, knownAt('2030-01-01'))).toEqual(await driftsOf(id, ''));
  });

  it('given a register, then it is compared with who was known to stand in it', async () => {
    expect(await driftsOf(REGISTER, knownAt('2020-07-01'))).toEqual([]);
    expect(await driftsOf(REGISTER, knownAt('2020-08-01'))).toEqual([
      ['2020-06-30', '2', '1', '1', '2020-06-30'],
    ]);
    expect(await driftsOf(REGISTER, knownAt('2020-10-01'))).toEqual([]);
  });

  it('given everything known, then the figures of every month end are those that are stored, for every indicator', async () => {
    const database = openDatabase({ url: house.database.url('minhai_metrics'), applicationName: 'spec' });
    try {
      const since = '1949-01-01';
      const cells = await readMonthCellsAsKnown(database, distinctCells(INDICATORS), {
        since,
        knownAt: Date.parse('2030-01-01T00:00:00Z'),
      });
      const stored = await readWholeFigures(database);
      expect(stored.length).toBeGreaterThan(50);
      expect(sorted(wholeFigures(INDICATORS, cells))).toEqual(sorted(stored));
    } finally {
      await database.close();
    }
  });
});

const sorted = (figures: readonly StoredFigure[]): StoredFigure[] =>
  figures.toSorted((a, b) => (seriesName(a) < seriesName(b) ? -1 : 1));
