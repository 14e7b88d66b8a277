import { describe, expect, it } from '@jest/globals';
import { evaluate } from '../evaluate/evaluate.js';
import { type Movement, getIndicator, lookupOf, moved } from './movements.fixture.js';

const at = (id: string, asOf: string, ...movements: Movement[]) =>
  evaluate(getIndicator(id), asOf, lookupOf(movements));

const INSTITUTION = { scope: 'INSTITUTION' };
const general = (amount: number, day: string) =>
  moved('eldercare.beds', amount, day, { ...INSTITUTION, bedType: 'GENERAL' });
const dementia = (amount: number, day: string) => moved('eldercare.dementia-beds', amount, day, INSTITUTION);
const newBeds = (amount: number, day: string) => moved('eldercare.new-beds', amount, day, INSTITUTION);
const elderly = (amount: number) =>
  moved('reference.population', amount, '2020-12-31', { measure: 'HUKOU_60P', level: 'DISTRICT' });

describe('a breach', () => {
  const share = (amount: number, asOf: string) =>
    at('chn-eldercare-bed-share-of-registered-elderly', asOf, general(amount, '2019-01-01'), elderly(100));

  it('is a binding target missed at its end', () => {
    expect(at('chn-dementia-beds', '2025-12-31', dementia(359, '2020-01-01'))).toMatchObject({
      status: 'missed',
      breach: true,
      breachReason: {
        zh: '约束性指标到2025年末未达到目标（≥360）',
        en: 'binding target (≥360) missed at the end of 2025',
      },
    });
  });

  it('is a binding figure below what is to be maintained, at once', () => {
    expect(share(2, '2022-06-30')).toMatchObject({
      status: 'behind',
      breach: true,
      breachReason: { zh: '约束性指标低于应保持的水平（3 以上）' },
    });
    expect(share(3, '2022-06-30')).toMatchObject({ status: 'maintain', breach: false, breachReason: null });
  });

  it('is no matter of expected figures, nor of the way to a target', () => {
    expect(at('chn-new-institution-beds', '2026-06-30', newBeds(1, '2022-01-01'))).toMatchObject({
      status: 'missed',
      breach: false,
    });
    expect(at('chn-dementia-beds', '2024-12-31', dementia(130, '2020-01-01'))).toMatchObject({
      status: 'behind',
      breach: false,
    });
  });

  it('after the end, is over when the target is reached', () => {
    const late = [dementia(300, '2020-01-01'), dementia(60, '2026-03-01')];
    expect(at('chn-dementia-beds', '2026-01-31', ...late)).toMatchObject({
      breach: true,
      outlook: { monthsLeft: '0.00', required: null, projected: null },
    });
    expect(at('chn-dementia-beds', '2026-03-31', ...late)).toMatchObject({ status: 'met', breach: false });
  });
});
