import { describe, expect, it } from '@jest/globals';
import { told } from '../institution-events.fixture.spec.js';
import { fact } from './resident-stays.fact.js';
import { admitted, discharged } from './stay-events.fixture.spec.js';

const { spans, cases } = told(fact, 'per_00000001');

describe('residents', () => {
  it('given an admission and a discharge, counts up to the day before the discharge', () => {
    expect(spans(admitted('2019-03-01'), discharged('2020-06-30'))).toEqual([
      ['2019-03-01', '2020-06-30', 'CARE_4'],
    ]);
    expect(cases(admitted('2019-03-01'), discharged('2020-06-30'))).toEqual([]);
  });

  it('given a move on one day, counts throughout and finds nothing wrong', () => {
    const moved = [
      admitted('2019-03-01'),
      discharged('2020-06-30T09:00:00+08:00'),
      admitted('2020-06-30T15:00:00+08:00', 's-2', { institutionId: 'i-2' }),
    ];
    expect(spans(...moved)).toEqual([
      ['2019-03-01', '2020-06-30', 'CARE_4'],
      ['2020-06-30', null, 'CARE_4'],
    ]);
    expect(cases(...moved)).toEqual([]);
  });

  it('given two stays at a time, counts the person once and reports it', () => {
    const both = [admitted('2019-03-01'), admitted('2019-05-01', 's-2'), discharged('2019-09-01')];
    expect(spans(...both)).toEqual([
      ['2019-03-01', '2019-09-01', 'CARE_4'],
      ['2019-09-01', null, 'CARE_4'],
    ]);
    expect(cases(...both)).toEqual(['STATE: two stays at a time']);
  });

  it('given a discharge before the admission or without one, misses the admission', () => {
    expect(cases(discharged('2019-02-01'))).toEqual(['MISSING_PREDECESSOR: discharged before admitted']);
    expect(cases(admitted('2019-03-01'), discharged('2019-02-01'))).toEqual([
      'MISSING_PREDECESSOR: discharged before admitted',
    ]);
  });

  it('given a number admitted or discharged twice, or used for another stay, reports it', () => {
    expect(cases(admitted('2019-03-01'), admitted('2019-04-01'))).toEqual(['STATE: admitted twice']);
    expect(cases(admitted('2019-03-01'), discharged('2019-04-01'), discharged('2019-05-01'))).toEqual([
      'STATE: discharged twice',
    ]);
    expect(cases(admitted('2019-03-01'), discharged('2019-04-01'), admitted('2019-05-01'))).toEqual([
      'STATE: stay number used again',
    ]);
  });

  it('given a discharge that names another institution or type of bed, reports it', () => {
    expect(cases(admitted('2019-03-01'), discharged('2019-04-01', 's-1', { institutionId: 'i-2' }))).toEqual([
      'STATE: discharged from another institution',
    ]);
    expect(cases(admitted('2019-03-01'), discharged('2019-04-01', 's-1', { bedType: 'GENERAL' }))).toEqual([
      'STATE: discharged from another type of bed',
    ]);
  });
});
