import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { type MonthlyReport, type SingleRecord, uncoveredOf } from './monthly-report.js';

const FIRST = '310105001';
const SECOND = '310105002';
const report = (region: string, count: number, recorded = '2020-03-31'): MonthlyReport => ({
  event: factEvent(
    'a.reported',
    {},
    { time: '2020-03-31', recorded, street: region.length === 9 ? region : undefined },
  ),
  region,
  series: 'SELF',
  amounts: { PERSONS: count },
});
const single = (street: string | undefined, amount = 1, series = 'SELF'): SingleRecord => ({
  event: factEvent('a.single', {}, { time: '2020-03-05', street }),
  series,
  amounts: { PERSONS: amount },
});
const beyond = (reports: readonly MonthlyReport[], singles: readonly SingleRecord[] = []) =>
  Object.fromEntries(
    uncoveredOf(reports, () => singles).uncovered.map(({ place, amount }) => [place.street, amount]),
  );
const cases = (reports: readonly MonthlyReport[], singles: readonly SingleRecord[] = []) =>
  uncoveredOf(reports, () => singles).findings.map(({ rule, detail }) => [
    rule,
    detail['case'],
    detail['drift'],
  ]);

describe('reports of a month', () => {
  it('given single records, a report counts only what they leave', () => {
    expect(beyond([report(FIRST, 10)], [single(FIRST), single(FIRST, 2)])).toEqual({ [FIRST]: 7 });
  });

  it('given single records of another street or series, they cover nothing of it', () => {
    expect(beyond([report(FIRST, 10)], [single(SECOND), single(FIRST, 2, 'POLICE')])).toEqual({
      [FIRST]: 10,
    });
  });

  it('given single records come to all of it, the report adds nothing', () => {
    expect(beyond([report(FIRST, 3)], [single(FIRST, 3)])).toEqual({});
    expect(cases([report(FIRST, 3)], [single(FIRST, 3)])).toEqual([]);
  });

  it('given single records come to more, they stand and the difference is a finding', () => {
    expect(beyond([report(FIRST, 3)], [single(FIRST, 5)])).toEqual({});
    expect(cases([report(FIRST, 3)], [single(FIRST, 5)])).toEqual([
      ['AFTER_MISMATCH', 'reported less than recorded', -2],
    ]);
  });

  it('given a district and its streets, the district adds what no street accounts for', () => {
    const reports = [report('310105', 20), report(FIRST, 8), report(SECOND, 5)];
    expect(beyond(reports)).toEqual({ [FIRST]: 8, [SECOND]: 5, unknown: 7 });
    expect(beyond(reports, [single(FIRST, 3), single('310105004', 2), single(undefined)])).toEqual({
      [FIRST]: 5,
      [SECOND]: 5,
      unknown: 4,
    });
  });

  it('given a street that recorded more than it reported, the district is covered by the records', () => {
    expect(beyond([report('310105', 20), report(FIRST, 8)], [single(FIRST, 12)])).toEqual({ unknown: 8 });
  });

  it('given no report, does not ask for the single records', () => {
    const unasked = () => {
      throw new Error('asked for single records');
    };
    expect(uncoveredOf([], unasked)).toEqual({ uncovered: [], findings: [] });
  });

  it('given two reports on the same, the one recorded last holds', () => {
    const reports = [report(FIRST, 9, '2020-04-10'), report(FIRST, 4, '2020-04-02')];
    expect(beyond(reports)).toEqual({ [FIRST]: 9 });
    expect(cases(reports)).toEqual([['PERIOD_RESTATED', 'reported again', undefined]]);
  });

  it('given a report after its month is closed, says it is late', () => {
    expect(cases([report(FIRST, 9, '2020-05-15')])).toEqual([['LATE_REPORT', undefined, undefined]]);
  });
});
