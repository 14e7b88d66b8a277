import { describe, expect, it } from '@jest/globals';
import { factEvent, givenHistory } from '@minhai/testing';
import { REPORTED, fact } from './socialorg-reports.fact.js';

const reported = (period: string, count: number, recorded = `${period}-28`) =>
  factEvent(
    REPORTED,
    { region: '310105001', kind: 'FOUNDATION', period, count },
    { time: `${period}-28`, recorded },
  );
const fold = (...events: ReturnType<typeof reported>[]) =>
  givenHistory(fact, events).folded('310105001:FOUNDATION');

describe('social organisations reported in sum', () => {
  it('given two months, each holds until the next; a report of none ends the figure', () => {
    const { rows } = fold(reported('2016-02', 5), reported('2016-04', 0));
    expect(rows).toMatchObject([
      { amount: 5, validFrom: '2016-02-29', validUntil: '2016-04-30', dims: { level: 'STREET' } },
    ]);
  });

  it('given a month reported again and late, the last recorded holds and both are noted', () => {
    const { rows, findings } = fold(reported('2016-02', 5), reported('2016-02', 6, '2016-05-01'));
    expect(rows).toMatchObject([{ amount: 6 }]);
    expect(findings.map(({ rule }) => rule)).toEqual(['PERIOD_RESTATED', 'LATE_REPORT']);
  });
});
