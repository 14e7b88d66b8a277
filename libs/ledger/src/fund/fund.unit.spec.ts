import { describe, expect, it } from '@jest/globals';
import { type Effective, effective, grouped } from '../oracle.fixture.js';
import { ledgerTraps } from '../ledger.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';
import { OVERSPENT_FEN } from './sagas.js';

// The rules of the saga once more, over the events alone: each must be broken by its trap and by nothing else.

const districts = Object.keys(DISTRICTS) as DistrictCode[];
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function sagas(district: DistrictCode) {
  const of = (type: string) => effective(district, `fund.${type}`);
  const byBatch = (events: readonly Effective[]) => grouped(events, ({ data }) => data.batchId as string);
  const [verified, confirmed, reviewed] = ['account.verified', 'batch.confirmed', 'batch.reviewed'].map(
    (type) => byBatch(of(type)),
  );
  const [paid, returned, reissued] = ['paid', 'returned', 'reissued'].map((type) =>
    byBatch(of(`disbursement.${type}`)),
  );
  return of('batch.created').map(({ event, data }) => ({
    id: event.id,
    data,
    verified: verified!.get(data.batchId) ?? [],
    confirmer: confirmed!.get(data.batchId)?.[0]?.data.confirmer,
    review: reviewed!.get(data.batchId)?.[0]?.data,
    paid: paid!.get(data.batchId) ?? [],
    returned: returned!.get(data.batchId) ?? [],
    reissued: reissued!.get(data.batchId) ?? [],
  }));
}

describe.each(districts)('fund sagas of %s', (district) => {
  const all = sagas(district);
  const trapsOf = (broken: typeof all): string[] =>
    ledgerTraps(district)
      .filter(({ eventIds }) => broken.some(({ id }) => eventIds.includes(id)))
      .map(({ name }) => name);
  const amountsOf = ({ data }: (typeof all)[number]): number[] =>
    data.lines.map((line: any) => line.amountFen);

  it('have three persons, but for two', () => {
    const broken = all.filter(
      ({ data, confirmer, review }) =>
        confirmer === data.preparer || [confirmer, data.preparer].includes(review?.reviewer),
    );
    expect(trapsOf(broken)).toEqual(['fund-confirmed-by-its-preparer', 'fund-reviewed-by-its-confirmer']);
  });

  it('have every line verified and paid once as approved, but for three', () => {
    expect(trapsOf(all.filter(({ data, verified }) => verified.length < data.lines.length))).toEqual([
      'fund-reviewed-before-verified',
    ]);
    const otherwise = all.filter(
      (saga) => saga.review && sum(saga.paid.map(({ data }) => data.paidFen)) !== sum(amountsOf(saga)),
    );
    expect(trapsOf(otherwise)).toEqual(['fund-paid-another-amount', 'fund-paid-twice']);
    expect(trapsOf(all.filter(({ reissued, returned }) => reissued.length > returned.length))).toEqual([
      'fund-reissued-without-return',
    ]);
  });

  it('pay a month of a case once, but for one batch and the one that was replaced', () => {
    const keyOf = ({ data }: (typeof all)[number]): string => `${data.lines[0].caseId}:${data.month}`;
    const twice = [...grouped(all, keyOf).values()].filter((same) => same.length > 1);
    expect(
      twice.flatMap((same) =>
        trapsOf(same.toSorted((a, b) => (a.data.batchId < b.data.batchId ? -1 : 1)).slice(1)),
      ),
    ).toEqual(['fund-month-in-two-batches', 'fund-batch-replaced']);
    expect(all.filter(({ data }) => data.replacesBatchId)).toHaveLength(1);
  });

  it('pay the living, but for one', () => {
    const died = new Map(
      effective(district, 'funeral.death.cremated').map(({ data }) => [
        data.deceasedRef,
        data.diedOn as string,
      ]),
    );
    const late = all.filter(({ paid }) =>
      paid.some(({ data, day }) => (died.get(data.payeeRef) ?? '9999').slice(0, 7) < day.slice(0, 7)),
    );
    expect(trapsOf(late)).toEqual(['fund-paid-to-the-deceased']);
  });

  it('release a yuan more than the budgets', () => {
    const budget = sum(effective(district, 'fund.budget.allocated').map(({ data }) => data.amountFen));
    const released = all.flatMap(({ review, returned, reissued }) => [
      review?.totalFen ?? 0,
      -sum(returned.map(({ data }) => data.returnedFen)),
      sum(reissued.map(({ data }) => data.paidFen)),
    ]);
    expect(sum(released) - budget).toBe(OVERSPENT_FEN);
  });
});
