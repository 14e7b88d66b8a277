import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { fact } from './assistance-plans.fact.js';
import { CLOSED, DELIVERED, ISSUED } from './plan-deliveries.js';

const YEAR = 'street-year:310105:310105001:2020';
const issued = (startsOn: string, endsOn: string, planId = 'p-1') =>
  factEvent(
    ISSUED,
    {
      planId,
      householdRef: 'hh_00000001',
      needs: ['LIVING'],
      resources: [{ need: 'LIVING', resourceId: 'r-1' }],
      startsOn,
      endsOn,
      adviser: null,
    },
    { time: startsOn },
  );
const closed = (time: string) =>
  factEvent(CLOSED, { planId: 'p-1', reason: 'COMPLETED', successorPlanId: null }, { time });
const delivered = (time: string, deliveryId = 'd-1', resourceId = 'r-1') =>
  factEvent(
    DELIVERED,
    {
      planId: 'p-1',
      deliveryId,
      resourceId,
      need: 'LIVING',
      supportType: 'SERVICE',
      minutes: 60,
      valueFen: null,
    },
    { time },
  );
const fold = (entity: string, ...events: FactEvent<any>[]) => givenHistory(fact, events).folded(entity);
const casesAt = (entity: string, ...events: FactEvent<any>[]) =>
  fold(entity, ...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);
const cases = (...events: FactEvent<any>[]) => casesAt('plan:p-1', ...events);
const plan = issued('2020-03-01', '2020-08-31');

describe('plans of help', () => {
  it('given a plan, it is under way through its last day, or until it is closed', () => {
    const open = (...events: FactEvent<any>[]) =>
      fold('plan:p-1', ...events)
        .rows.filter(({ measure }) => measure === 'assistance.plans-open')
        .map(({ validFrom, validUntil }) => [validFrom, validUntil]);
    expect(open(plan)).toEqual([['2020-03-01', '2020-09-01']]);
    expect(open(plan, closed('2020-06-15'))).toEqual([['2020-03-01', '2020-06-15']]);
    expect(open(plan, closed('2020-10-15'))).toEqual([['2020-03-01', '2020-09-01']]);
  });

  it('given a delivery in time, counts it and its minutes', () => {
    expect(cases(plan, delivered('2020-03-01'), delivered('2020-08-31', 'd-2'))).toEqual([]);
    expect(fold('plan:p-1', plan, delivered('2020-04-01')).rows.slice(2)).toMatchObject([
      { measure: 'assistance.services-delivered', amount: 1 },
      { measure: 'assistance.service-minutes', amount: 60 },
    ]);
  });

  it('given a delivery that no plan asks for, reports it and still counts it', () => {
    expect(cases(delivered('2020-04-01'))).toEqual(['MISSING_PREDECESSOR: delivered without a plan']);
    expect(cases(plan, delivered('2020-02-28'))).toEqual(['LIMIT: delivered outside the plan dates']);
    expect(cases(plan, delivered('2020-09-01'))).toEqual(['LIMIT: delivered outside the plan dates']);
    expect(cases(plan, closed('2020-05-01'), delivered('2020-06-01'))).toEqual([
      'STATE: delivered after the plan was closed',
    ]);
    expect(cases(plan, delivered('2020-04-01', 'd-1', 'r-9'))).toEqual([
      'STATE: delivered from a resource that is not in the plan',
    ]);
    expect(fold('plan:p-1', delivered('2020-04-01')).rows).toHaveLength(2);
  });

  it('given one delivery recorded twice, counts it once', () => {
    expect(cases(plan, delivered('2020-04-01'), delivered('2020-04-02'))).toEqual(['STATE: delivered twice']);
    const { rows } = fold('plan:p-1', delivered('2020-04-01'), delivered('2020-04-02'));
    expect(rows.filter(({ measure }) => measure === 'assistance.services-delivered')).toHaveLength(1);
  });

  it('given it is issued or closed twice, the first holds and the second is reported', () => {
    const history = [plan, issued('2020-04-01', '2020-12-31'), closed('2020-06-15'), closed('2020-07-15')];
    expect(cases(...history)).toEqual(['STATE: issued twice', 'STATE: closed twice']);
    expect(fold('plan:p-1', ...history).rows).toMatchObject([
      { measure: 'assistance.plans', validFrom: '2020-03-01' },
      { measure: 'assistance.plans-open', validFrom: '2020-03-01', validUntil: '2020-06-15' },
    ]);
  });

  it('given a closing without a plan, misses it', () => {
    expect(cases(closed('2020-04-01'))).toEqual(['MISSING_PREDECESSOR: closed before issued']);
  });

  it('given a second plan of the household while the first is open, reports it', () => {
    const next = issued('2020-06-01', '2020-12-31', 'p-2');
    expect(casesAt(YEAR, plan, next)).toEqual(['STATE: second open plan of a household']);
    expect(casesAt(YEAR, plan, closed('2020-05-31'), next)).toEqual([]);
    expect(casesAt(YEAR, plan, issued('2020-09-01', '2020-12-31', 'p-2'))).toEqual([]);
  });
});
