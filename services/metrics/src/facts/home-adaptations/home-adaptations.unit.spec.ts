import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { told } from '../institution-events.fixture.spec.js';
import { fact } from './home-adaptations.fact.js';

const { amounts, cases } = told(fact, 'hh_00000001');

const adapted = (time: string, govFen: number, enterpriseFen: number, familyFen: number) =>
  factEvent(
    'cn.gov.mca.eldercare.adaptation.completed',
    { householdRef: 'hh_00000001', govFen, enterpriseFen, familyFen },
    { time },
  );

describe('homes adapted', () => {
  it('given shares, counts the home and each share that is paid', () => {
    expect(amounts(adapted('2020-05-01', 300_000, 0, 120_000))).toEqual([
      ['adaptations', 1],
      ['adaptation-costs', 'GOVERNMENT', 300_000],
      ['adaptation-costs', 'FAMILY', 120_000],
    ]);
    expect(cases(adapted('2020-05-01', 300_000, 0, 120_000))).toEqual([]);
  });

  it('given a home adapted again, counts it and mentions it', () => {
    const twice = [adapted('2020-05-01', 1, 0, 0), adapted('2021-05-01', 1, 0, 0)];
    expect(amounts(...twice)).toHaveLength(4);
    expect(cases(...twice)).toEqual(['LIMIT: home adapted again']);
  });
});
