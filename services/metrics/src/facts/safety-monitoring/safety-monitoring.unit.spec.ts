import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { INSTITUTION, closed, opened, told } from '../institution-events.fixture.spec.js';
import { fact } from './safety-monitoring.fact.js';

const { spans, cases } = told(fact);

const switched = (time: string, online: boolean, hours24: boolean) =>
  factEvent(
    'cn.gov.mca.eldercare.safety.monitoring.changed',
    { institutionId: INSTITUTION, online, hours24 },
    { time },
  );

describe('safety monitoring', () => {
  it('given states, each counts until the next; offline counts as nothing', () => {
    expect(
      spans(
        opened('2018-01-01'),
        switched('2019-01-01', true, false),
        switched('2019-06-01', true, true),
        switched('2020-01-01', false, false),
      ),
    ).toEqual([
      ['2019-01-01', '2019-06-01', 'false'],
      ['2019-06-01', '2020-01-01', 'true'],
    ]);
  });

  it('given the institution closes, it is watched no more', () => {
    expect(spans(opened('2018-01-01'), switched('2019-06-01', true, true), closed('2020-01-01'))).toEqual([
      ['2019-06-01', '2020-01-01', 'true'],
    ]);
  });

  it('given an institution not open, says so', () => {
    expect(cases(switched('2019-06-01', true, true))).toEqual([
      'MISSING_PREDECESSOR: monitoring changed before opened',
    ]);
    expect(cases(opened('2018-01-01'), closed('2019-01-01'), switched('2019-06-01', true, true))).toEqual([
      'STATE: monitoring changed while closed',
    ]);
  });
});
