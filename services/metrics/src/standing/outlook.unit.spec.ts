import { describe, expect, it } from '@jest/globals';
import { evaluate } from '../evaluate/evaluate.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { type Movement, getIndicator, lookupOf, moved } from './movements.fixture.js';

const at = (indicator: string | IndicatorDefinition, asOf: string, ...movements: Movement[]) =>
  evaluate(typeof indicator === 'string' ? getIndicator(indicator) : indicator, asOf, lookupOf(movements));

const INSTITUTION = { scope: 'INSTITUTION' };
const nursing = (amount: number, day: string) =>
  moved('eldercare.beds', amount, day, { ...INSTITUTION, bedType: 'NURSING' });
const general = (amount: number, day: string) =>
  moved('eldercare.beds', amount, day, { ...INSTITUTION, bedType: 'GENERAL' });
const dementia = (amount: number, day: string) => moved('eldercare.dementia-beds', amount, day, INSTITUTION);
const newBeds = (amount: number, day: string) => moved('eldercare.new-beds', amount, day, INSTITUTION);
const elderly = (amount: number, day = '2020-12-31') =>
  moved('reference.population', amount, day, { measure: 'HUKOU_60P', level: 'DISTRICT' });

describe('what is still missing, and at what pace', () => {
  it('given 170 of 500 beds and 30 more a year, tells the nursing-type beds that will be short, in both languages', () => {
    const { outlook, status } = at(
      'chn-nursing-bed-share',
      '2023-12-31',
      nursing(170, '2020-06-01'),
      general(330, '2020-06-01'),
      nursing(30, '2023-05-01'),
      general(-30, '2023-05-01'),
    );
    expect(status).toBe('behind');
    expect(outlook).toEqual({
      targetDay: '2025-12-31',
      monthsLeft: '24.00',
      missing: { amount: '100', unit: '张', zh: '护理型床位', en: 'nursing-type beds' },
      required: { perMonth: '0.83', perYear: '10.00' },
      actual: { perMonth: '0.50', perYear: '6.00' },
      projected: '52.00',
      shortfall: { amount: '40', unit: '张', zh: '护理型床位', en: 'nursing-type beds' },
      never: false,
      summary: {
        zh: '按近12个月进度，到2025-12-31 还差 40 张护理型床位',
        en: '40 nursing-type beds short by 2025-12-31 at the pace of the last 12 months',
      },
    });
  });

  it('counts part of a bed as a bed: 60 % of 999 are 599.4, so 600 are needed', () => {
    const { outlook } = at(
      'chn-nursing-bed-share',
      '2025-12-31',
      nursing(599, '2021-01-01'),
      general(400, '2021-01-01'),
    );
    expect(outlook.missing?.amount).toBe('1');
    expect(outlook.summary?.en).toBe('missed: 1 nursing-type beds short on 2025-12-31');
  });

  it('given a count, measures it in its own unit; a month end in February is compared with one', () => {
    const { outlook } = at(
      'chn-dementia-beds',
      '2025-02-28',
      dementia(120, '2020-01-01'),
      dementia(60, '2024-02-29'),
      dementia(120, '2024-03-01'),
    );
    expect(outlook).toMatchObject({
      monthsLeft: '10.00',
      missing: { amount: '60', unit: '张', zh: '老年认知障碍照护床位' },
      actual: { perMonth: '10.00', perYear: '120.00' },
      projected: '400',
      shortfall: { amount: '0' },
    });
    expect(outlook.summary?.zh).toBe(
      '按近12个月进度，到2025-12-31 可达到目标（目前差 60 张老年认知障碍照护床位）',
    );
  });

  it('within a month, counts its days: half of April and eight months are left on 15 April', () => {
    expect(at('chn-dementia-beds', '2025-04-15', dementia(120, '2020-01-01')).outlook.monthsLeft).toBe(
      '8.50',
    );
  });

  it('given floor area in 万㎡, says what is missing in ㎡', () => {
    const { outlook } = at(
      'qpu-community-eldercare-area',
      '2025-12-31',
      moved('eldercare.facility-area', 15_912_345, '2020-01-01'),
    );
    expect(outlook.missing).toMatchObject({ amount: '877', unit: '平方米' });
  });

  it('given covered 街镇, counts 街镇, and never projects past all of them', () => {
    const covered = (amount: number, day: string) => moved('assistive.covered-streets', amount, day);
    const { outlook } = at(
      'qpu-assistive-rental-coverage',
      '2021-12-31',
      moved('reference.divisions', 11, '2004-01-01', { level: 'STREET' }),
      covered(5, '2020-01-01'),
      covered(3, '2021-06-01'),
    );
    expect(outlook).toMatchObject({
      missing: { amount: '3', unit: '个', zh: '街镇' },
      projected: '100.0',
      never: false,
    });
  });
});

describe('a target over a period', () => {
  it('given 258 before and 170 a year since, counts what the last twelve months added', () => {
    const { outlook, completion } = at(
      'chn-new-institution-beds',
      '2022-06-30',
      newBeds(258, '2020-06-01'),
      newBeds(170, '2021-05-01'),
      newBeds(100, '2022-05-01'),
      newBeds(20, '2021-08-01'),
    );
    expect(completion).toBe('0.3412');
    expect(outlook).toMatchObject({
      missing: { amount: '560', unit: '张', zh: '新增机构养老床位' },
      monthsLeft: '42.00',
      required: { perMonth: '13.33', perYear: '160.00' },
      actual: { perMonth: '10.00', perYear: '120.00' },
      projected: '710',
      shortfall: { amount: '140' },
    });
  });
});

describe('what cannot be judged', () => {
  it('before the base, judges nothing', () => {
    const { status, completion, breach, outlook } = at(
      'chn-dementia-beds',
      '2020-06-30',
      dementia(10, '2019-01-01'),
    );
    expect([status, completion, breach]).toEqual([null, null, false]);
    expect(outlook.summary?.zh).toBe('早于基期（2020-12-31），不作评判');
  });

  it('without a denominator, has no value; with one of nothing neither', () => {
    const beds = general(100, '2019-01-01');
    const { outlook, breach, status } = at(
      'chn-eldercare-bed-share-of-registered-elderly',
      '2026-06-30',
      beds,
    );
    expect([status, breach, outlook.missing, outlook.required, outlook.projected]).toEqual([
      null,
      false,
      null,
      null,
      null,
    ]);
    expect(outlook.summary?.en).toBe('no value: its denominator is nothing or not published yet');
  });

  it('given a population published within the year, knows no pace yet but what is missing', () => {
    const { outlook } = at(
      'qpu-eldercare-bed-share-of-registered-elderly',
      '2021-06-30',
      general(30, '2019-01-01'),
      elderly(1000),
    );
    expect(outlook).toMatchObject({
      actual: null,
      projected: null,
      shortfall: null,
      missing: { amount: '5', zh: '养老床位' },
    });
    expect(outlook.summary?.en).toBe(
      '5 elder-care beds still missing; no pace of the last 12 months to go by',
    );
  });

  it('given a target that is a share of a population not published, says so', () => {
    const { outlook, status } = at(
      'qpu-certified-social-workers',
      '2022-12-31',
      moved('community.certified-social-workers', 9, '2021-01-01'),
    );
    expect([status, outlook.missing, outlook.summary?.zh]).toEqual([null, null, '目标所依据的数据尚未公布']);
  });

  it('without a target, has no outlook', () => {
    expect(at('chn-eldercare-beds', '2022-12-31', general(9, '2021-01-01')).outlook.summary).toBeNull();
  });

  it('given a milestone, makes no pace of it: it is done or not', () => {
    const { outlook } = at('chn-onekey-functions-live', '2023-12-31');
    expect(outlook).toMatchObject({ actual: null, never: false, missing: { amount: '5', zh: '规划任务' } });
  });

  it('given a sum within a year, makes no pace of it', () => {
    const yearly = {
      ...getIndicator('chn-new-institution-beds'),
      target: { literal: '9', comparator: 'gte', value: '9', year: 2025 },
    } as const;
    expect(at(yearly, '2024-06-30', newBeds(3, '2024-02-01')).outlook).toMatchObject({
      actual: null,
      missing: { amount: '6' },
    });
  });
});

describe('bases and targets of every kind', () => {
  const target = (changes: object): IndicatorDefinition => {
    const indicator = getIndicator('chn-dementia-beds');
    return { ...indicator, target: { ...indicator.target!, ...changes } };
  };

  it('given a base of 0, an honest nothing is the start of the way', () => {
    expect(
      at(
        'qpu-community-cloud-household-share',
        '2023-06-30',
        moved('community.cloud-households', 25, '2022-01-01'),
        moved('reference.population', 100, '2020-11-01', { measure: 'FAMILY_HOUSEHOLDS', level: 'DISTRICT' }),
      ),
    ).toMatchObject({
      completion: '0.5000',
      status: 'on-track',
      outlook: { missing: { amount: '25', unit: '户' } },
    });
  });

  it('given no base, is measured from nothing and says so', () => {
    expect(
      at(
        'qpu-eldercare-bed-share-of-registered-elderly',
        '2022-12-31',
        general(7, '2019-01-01'),
        elderly(1000),
      ),
    ).toMatchObject({
      status: 'no-base',
      outlook: { never: true },
    });
  });

  it('given “超过”, what equals the target still lacks one', () => {
    const beyond = target({ comparator: 'gt', literal: '超过360' });
    expect(at(beyond, '2024-12-31', dementia(360, '2020-01-01')).outlook.missing?.amount).toBe('1');
    expect(at(beyond, '2024-12-31', dementia(361, '2020-01-01')).outlook.missing?.amount).toBe('0');
  });

  it('given 7~8, nine are above it and nothing is missing', () => {
    const range = target({ comparator: 'range', value: '7', upper: '8', literal: '7~8' });
    const noBase = { ...range, base: null };
    expect(at(noBase, '2024-12-31', dementia(7, '2020-01-01')).status).toBe('met');
    expect(at(noBase, '2024-12-31', dementia(6, '2020-01-01')).outlook.missing?.amount).toBe('1');
    expect(at(noBase, '2024-12-31', dementia(9, '2020-01-01')).outlook).toMatchObject({
      missing: { amount: '0' },
      never: false,
      summary: { zh: '已超过目标上限' },
    });
  });

  it('given a pace backwards, says that at this pace never, and how many will be short', () => {
    const { outlook } = at(
      'chn-dementia-beds',
      '2024-12-31',
      dementia(140, '2020-01-01'),
      dementia(-20, '2024-06-01'),
    );
    expect(outlook).toMatchObject({
      never: true,
      actual: { perYear: '-20.00' },
      projected: '100',
      shortfall: { amount: '260' },
    });
    expect(outlook.summary?.en).toContain(
      '260 dementia-care beds short by 2025-12-31 at the pace of the last 12 months; at this pace never',
    );
    expect(outlook.summary?.zh).toContain('照此永远达不到');
  });

  it('given a target reached and a pace backwards, warns', () => {
    const { outlook, status } = at(
      'chn-dementia-beds',
      '2024-12-31',
      dementia(400, '2020-01-01'),
      dementia(-30, '2024-06-01'),
    );
    expect([status, outlook.missing?.amount, outlook.shortfall?.amount]).toEqual(['met', '0', '20']);
    expect(outlook.summary?.en).toBe(
      'reached now, but 20 dementia-care beds short by 2025-12-31 at the pace of the last 12 months',
    );
  });
});
