import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import type { AssistanceApprovalGranted } from '@minhai/schemas';
import { factEvent, givenHistory } from '@minhai/testing';
import { fact } from './assistance-benefit.fact.js';
import { ADJUSTED, GRANTED, RESUMED, SUSPENDED, TERMINATED } from './benefit-months.js';

const granted = (effectiveMonth: string, data: Partial<AssistanceApprovalGranted> = {}) =>
  factEvent<AssistanceApprovalGranted>(
    GRANTED,
    {
      caseId: 'c-1',
      householdRef: 'hh_00000001',
      item: 'DIBAO',
      category: 'DIBAO',
      persons: 3,
      amountFenPerMonth: 300_000,
      effectiveMonth,
      validTo: null,
      approver: 'op-1',
      acceptor: 'op-2',
      ...data,
    },
    { time: `${effectiveMonth}-01` },
  );
const adjusted = (fromMonth: string, amountFenPerMonth: number, persons: number | null = null) =>
  factEvent(
    ADJUSTED,
    { caseId: 'c-1', reason: 'INCOME', amountFenPerMonth, persons, fromMonth },
    { time: `${fromMonth}-01` },
  );
const change = (type: string, fromMonth: string, time = `${fromMonth}-01`) =>
  factEvent(type, { caseId: 'c-1', reason: 'INCOME', fromMonth }, { time });

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded('c-1');
const spans = (measure: string, ...events: FactEvent<any>[]) =>
  fold(...events)
    .rows.filter((row) => row.measure === measure)
    .map(({ amount, validFrom, validUntil }) => [amount, validFrom, validUntil]);
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

describe('benefits', () => {
  it('given a grant and a termination, counts from the first day of the first month to the month of termination', () => {
    expect(spans('assistance.persons', granted('2020-02'), change(TERMINATED, '2020-06'))).toEqual([
      [3, '2020-02-01', '2020-06-01'],
    ]);
  });

  it('given a last month, counts through it', () => {
    expect(spans('assistance.households', granted('2020-02', { validTo: '2020-12' }))).toEqual([
      [1, '2020-02-01', '2021-01-01'],
    ]);
  });

  it('given suspension and resumption, leaves the months between out', () => {
    expect(
      spans(
        'assistance.households',
        granted('2020-01'),
        change(SUSPENDED, '2020-04'),
        change(RESUMED, '2020-06'),
      ),
    ).toEqual([
      [1, '2020-01-01', '2020-04-01'],
      [1, '2020-06-01', null],
    ]);
  });

  it('given adjustments decided out of order, applies them by month', () => {
    const history = [granted('2020-01'), adjusted('2020-07', 200_000, 2), adjusted('2020-04', 250_000)];
    expect(spans('assistance.benefit-fen', ...history)).toEqual([
      [300_000, '2020-01-01', '2020-04-01'],
      [250_000, '2020-04-01', '2020-07-01'],
      [200_000, '2020-07-01', null],
    ]);
    expect(spans('assistance.persons', ...history).map(([persons]) => persons)).toEqual([3, 3, 2]);
  });

  it('given an adjustment while suspended, it holds on resumption', () => {
    const history = [
      granted('2020-01'),
      change(SUSPENDED, '2020-03'),
      adjusted('2020-04', 100_000),
      change(RESUMED, '2020-05'),
    ];
    expect(spans('assistance.benefit-fen', ...history)).toEqual([
      [300_000, '2020-01-01', '2020-03-01'],
      [100_000, '2020-05-01', null],
    ]);
  });

  it('given anything after termination, it has no effect: a new case is needed', () => {
    const history = [
      granted('2020-01'),
      change(TERMINATED, '2020-03'),
      change(RESUMED, '2020-05'),
      adjusted('2020-06', 1),
    ];
    expect(spans('assistance.households', ...history)).toEqual([[1, '2020-01-01', '2020-03-01']]);
    expect(cases(...history)).toEqual([
      'STATE: changed after termination',
      'STATE: changed after termination',
    ]);
  });

  it('given a termination decided twice, the earlier month holds and the second is reported', () => {
    const history = [
      granted('2020-01'),
      change(TERMINATED, '2020-05', '2020-04-01'),
      change(TERMINATED, '2020-03', '2020-04-02'),
    ];
    expect(spans('assistance.households', ...history)).toEqual([[1, '2020-01-01', '2020-03-01']]);
    expect(cases(...history)).toEqual(['STATE: changed after termination']);
  });

  const whole = [[1, '2020-03-01', '2020-09-01']];
  it.each([
    [
      'of a month before the first one',
      [change(TERMINATED, '2020-02')],
      'changed before the first month',
      whole,
    ],
    ['of a month after the last one', [change(TERMINATED, '2020-10')], 'changed after the last month', whole],
    ['that resumes what goes on', [change(RESUMED, '2020-05')], 'resumed while not suspended', whole],
    [
      'that suspends what is suspended',
      [change(SUSPENDED, '2020-05'), change(SUSPENDED, '2020-06'), change(RESUMED, '2020-07')],
      'suspended twice',
      [
        [1, '2020-03-01', '2020-05-01'],
        [1, '2020-07-01', '2020-09-01'],
      ],
    ],
  ])('given a change %s, it has no effect and is reported', (_, changes, text, expected) => {
    const history = [granted('2020-03', { validTo: '2020-08' }), ...changes];
    expect(cases(...history)).toEqual([`STATE: ${text}`]);
    expect(spans('assistance.households', ...history)).toEqual(expected);
  });

  it('given a change of the first month, or an end right after the last one, finds nothing', () => {
    const history = [
      granted('2020-03', { validTo: '2020-08' }),
      adjusted('2020-03', 1),
      change(TERMINATED, '2020-09'),
    ];
    expect(cases(...history)).toEqual([]);
  });

  it('given a second approval, the first holds and the second is reported', () => {
    const history = [granted('2020-01'), granted('2020-05', { persons: 9 })];
    expect(spans('assistance.persons', ...history)).toEqual([[3, '2020-01-01', null]]);
    expect(cases(...history)).toEqual(['STATE: granted twice']);
  });

  it('given changes without a grant, counts nothing and misses the predecessor', () => {
    expect(fold(adjusted('2020-04', 1)).rows).toEqual([]);
    expect(cases(adjusted('2020-04', 1))).toEqual(['MISSING_PREDECESSOR: changed before granted']);
  });

  it('given one officer for both duties, reports it without naming him', () => {
    const { findings } = fold(granted('2020-01', { acceptor: 'op-1' }));
    expect(findings).toMatchObject([
      { severity: 'error', detail: { case: 'accepted and approved by one person' } },
    ]);
    expect(JSON.stringify(findings)).not.toContain('op-1');
  });

  it('given a category, the household is in one of the four circles or in none', () => {
    const circleOf = (category: AssistanceApprovalGranted['category']) =>
      fold(granted('2020-01', { category })).rows.map(({ dims }) => dims['circle']);
    expect(new Set(circleOf('DIBAO'))).toEqual(new Set(['DIBAO']));
    expect(new Set(circleOf('TEKUN'))).toEqual(new Set(['SPECIAL_HARDSHIP']));
    expect(new Set(circleOf('TEMPORARY'))).toEqual(new Set(['NONE']));
  });
});
