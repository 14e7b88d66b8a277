import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { driftFindings } from './declared-stock.js';

const declaration = (day: string, declared: number, derived: number) => ({
  event: factEvent('cn.gov.mca.eldercare.bed.changed', {}, { time: day }),
  declared,
  derived,
});

describe('declared against derived stock', () => {
  it('given a drift that stays, tells since when; given another, until when the first stood', () => {
    const findings = driftFindings({ bedType: 'NURSING' }, [
      declaration('2020-01-01', 10, 10),
      declaration('2020-02-01', 12, 10),
      declaration('2020-03-01', 22, 20),
      declaration('2020-04-01', 25, 20),
    ]);
    expect(findings.map(({ rule, detail }) => ({ rule, ...detail }))).toEqual([
      {
        rule: 'AFTER_MISMATCH',
        bedType: 'NURSING',
        day: '2020-02-01',
        declared: 12,
        derived: 10,
        drift: 2,
        since: '2020-02-01',
        until: '2020-04-01',
      },
      {
        rule: 'AFTER_MISMATCH',
        bedType: 'NURSING',
        day: '2020-03-01',
        declared: 22,
        derived: 20,
        drift: 2,
        since: '2020-02-01',
        until: '2020-04-01',
      },
      {
        rule: 'AFTER_MISMATCH',
        bedType: 'NURSING',
        day: '2020-04-01',
        declared: 25,
        derived: 20,
        drift: 5,
        since: '2020-04-01',
      },
    ]);
  });

  it('given that both agree again, then nothing stands', () => {
    const findings = driftFindings({}, [declaration('2020-02-01', 8, 10), declaration('2020-03-01', 9, 9)]);
    expect(findings.map(({ detail }) => [detail['drift'], detail['until']])).toEqual([[-2, '2020-03-01']]);
  });
});
