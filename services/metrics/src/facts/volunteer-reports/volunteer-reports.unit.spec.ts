import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { SERVED } from '../volunteer-passports/volunteer-passports.fact.js';
import { REPORTED, fact } from './volunteer-reports.fact.js';

const served = (minutes: number) =>
  factEvent(
    SERVED,
    { recordId: `r-${minutes}`, passportNo: 'v-1', baseId: 'b-1', minutes, servedOn: '2022-10-16' },
    { time: '2022-10-16' },
  );
const reported = (minutes: number, scope: 'REGION' | 'BASE' = 'REGION') =>
  factEvent(
    REPORTED,
    { region: '310105001', scope, scopeId: '310105001', period: '2022-10', persons: 1, minutes },
    { time: '2022-10-31' },
  );
const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded('month:310105:2022-10');

describe('monthly reports of voluntary service', () => {
  it('given single records of the month, adds only what the report says beyond them', () => {
    expect(fold(reported(500), served(90), served(60)).rows).toMatchObject([
      { street: '310105001', amount: 350, validFrom: '2022-10-31' },
    ]);
  });

  it('given more recorded than reported, the records stand and the difference is reported', () => {
    expect(fold(reported(100), served(90), served(60))).toMatchObject({
      rows: [],
      findings: [{ rule: 'AFTER_MISMATCH', detail: { case: 'reported less than recorded', drift: -50 } }],
    });
  });

  it('given a base’s own report, does not count it beside that of its region', () => {
    expect(fold(reported(500), reported(300, 'BASE')).rows).toMatchObject([{ amount: 500 }]);
  });
});
