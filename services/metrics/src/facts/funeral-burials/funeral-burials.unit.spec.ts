import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { BURIED, ZONE_OPENED } from './burial-class.js';
import { REPORTED, fact } from './funeral-burials.fact.js';

const zone = 'zone:c-1:z-1';
const month = 'month:310105:2020-06';
const opened = (openedOn: string) =>
  factEvent(
    ZONE_OPENED,
    { cemeteryId: 'c-1', zoneId: 'z-1', openedOn, plotsPlanned: 100, kind: 'COMMERCIAL' },
    { time: openedOn },
  );
const buried = (burialNo: string, time: string, plotAreaM2: string | null = '0.60') =>
  factEvent(
    BURIED,
    { burialNo, deceasedRef: 'per_00000001', cemeteryId: 'c-1', zoneId: 'z-1', plotAreaM2, form: 'EARTH' },
    { time },
  );
const reported = (count: number, newZoneCount: number, newZoneSmallCount: number) =>
  factEvent(
    REPORTED,
    { region: '310105', form: 'EARTH', period: '2020-06', count, newZoneCount, newZoneSmallCount },
    { time: '2020-06-30', street: undefined },
  );
const classes = (entity: string, ...events: FactEvent<any>[]) =>
  givenHistory(fact, events)
    .folded(entity)
    .rows.map(({ dims, amount }) => [dims['zone'], dims['plot'], amount]);
const cases = (...events: FactEvent<any>[]) =>
  givenHistory(fact, events)
    .folded(zone)
    .findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

describe('burials', () => {
  it('given plots on the boundary of 0.60 m² and just above it, only the former is small', () => {
    const history = [opened('2020-03-01'), buried('n-1', '2020-06-01'), buried('n-2', '2020-06-02', '0.61')];
    expect(classes(zone, ...history)).toEqual([
      ['NEW', 'SMALL', 1],
      ['NEW', 'OTHER', 1],
    ]);
  });

  it('given a burial in the year after the zone opened, the zone is no longer new', () => {
    expect(classes(zone, opened('2019-12-31'), buried('n-1', '2020-01-01'))).toEqual([['OTHER', 'ANY', 1]]);
  });

  it('given the opening is not known, counts as elsewhere and notes it', () => {
    expect(classes(zone, buried('n-1', '2020-06-01'))).toEqual([['OTHER', 'ANY', 1]]);
    expect(cases(buried('n-1', '2020-06-01'))).toEqual(['MISSING_PREDECESSOR: buried in an unknown zone']);
  });

  it('given a number used twice, a zone opened twice or a burial before the opening, reports it', () => {
    const history = [
      buried('n-1', '2020-02-01'),
      opened('2020-03-01'),
      opened('2020-04-01'),
      buried('n-1', '2020-05-01'),
    ];
    expect(cases(...history)).toEqual([
      'STATE: zone opened twice',
      'STATE: burial number used twice',
      'STATE: buried before the zone opened',
    ]);
  });

  it('given a report of the month, counts what single burials leave of each class', () => {
    const history = [opened('2020-03-01'), buried('n-1', '2020-06-01'), buried('n-2', '2020-06-02', '0.61')];
    expect(classes(month, ...history, reported(30, 10, 8))).toEqual([
      ['NEW', 'SMALL', 7],
      ['NEW', 'OTHER', 1],
      ['OTHER', 'ANY', 20],
    ]);
    expect(classes(month, ...history)).toEqual([]);
  });

  it('reads an opening under every month of its year, so that burials of a report are of the right class', () => {
    const keys = fact.reads[ZONE_OPENED]!(opened('2020-03-01'));
    expect(keys).toHaveLength(13);
    expect(keys).toEqual(expect.arrayContaining([zone, 'month:310105:2020-01', 'month:310105:2020-12']));
  });

  it('given a burial at sea, it is of no zone', () => {
    const atSea = factEvent(
      BURIED,
      { burialNo: 'n-9', cemeteryId: 'c-1', zoneId: null, plotAreaM2: null, form: 'SEA' },
      { time: '2020-06-01' },
    );
    expect(fact.reads[BURIED]!(atSea)).toEqual(['burial:n-9', month]);
    expect(classes('burial:n-9', atSea)).toEqual([['OTHER', 'ANY', 1]]);
  });
});
