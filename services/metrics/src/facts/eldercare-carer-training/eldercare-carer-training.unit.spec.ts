import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { LEFT, REGISTERED } from '../eldercare-carers/employment.js';
import { fact } from './eldercare-carer-training.fact.js';

const carerId = 'CA-1';
const employer = { carerId, personRef: 'per_00000001', employerKind: 'INSTITUTION', employerId: 'E-1' };
const registered = (time: string, data: { hiredOn?: string; personRef?: string } = {}) =>
  factEvent(REGISTERED, { ...employer, hiredOn: time, ...data }, { time });
const left = (time: string) => factEvent(LEFT, { ...employer, reason: null }, { time });
const trained = (completedOn: string, preJob = true) =>
  factEvent(
    'cn.gov.mca.eldercare.carer.trained',
    { carerId, course: 'K-1', hours: 40, preJob, completedOn, provider: null },
    { time: completedOn },
  );

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded(carerId);
const hires = (...events: FactEvent<any>[]) =>
  fold(...events).rows.map(({ dims, validFrom }) => [validFrom, dims['preJobTraining']]);
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, severity, detail }) => `${severity} ${rule}: ${detail['case']}`);

describe('carers newly hired', () => {
  it('given pre-job training by the first work day, counts as trained on that day', () => {
    expect(hires(trained('2020-03-01'), registered('2020-03-02'))).toEqual([['2020-03-02', 'YES']]);
    expect(hires(trained('2020-03-02'), registered('2020-03-02'))).toEqual([['2020-03-02', 'YES']]);
  });

  it('given later training, other training or none, counts as not trained', () => {
    expect(hires(registered('2020-03-02'), trained('2020-03-03'))).toEqual([['2020-03-02', 'NO']]);
    expect(hires(trained('2020-03-01', false), registered('2020-03-02'))).toEqual([['2020-03-02', 'NO']]);
    expect(hires(registered('2020-03-02'))).toEqual([['2020-03-02', 'NO']]);
  });

  it('given a registration twice, counts one hire; after leaving, another', () => {
    expect(hires(registered('2020-03-02'), registered('2020-04-01'))).toHaveLength(1);
    expect(hires(registered('2020-03-02'), left('2020-05-01'), registered('2020-06-01'))).toHaveLength(2);
  });

  it('given pre-job training after the day of hiring, reports it, in time for the first work day or not', () => {
    const began = registered('2020-03-09', { hiredOn: '2020-03-02' });
    expect(hires(began, trained('2020-03-06'))).toEqual([['2020-03-09', 'YES']]);
    expect(cases(began, trained('2020-03-06'))).toEqual(['error STATE: pre-job training after hiring']);
    expect(cases(began, trained('2020-03-02'))).toEqual([]);
  });

  it('given training of nobody registered, waits for the registration', () => {
    expect(cases(trained('2020-03-01'))).toEqual(['info MISSING_PREDECESSOR: trained before registered']);
    expect(cases(trained('2020-03-01', false))).toEqual([
      'warning MISSING_PREDECESSOR: trained before registered',
    ]);
  });

  it('given one number of two persons, reports it and names none', () => {
    const history = [registered('2020-03-02'), registered('2020-04-01', { personRef: 'per_00000002' })];
    expect(cases(...history)).toEqual(['error DUPLICATE_PERSON: one number of two persons']);
    expect(JSON.stringify(fold(...history).findings)).not.toContain('per_');
  });
});
