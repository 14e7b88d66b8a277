import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { CERTIFIED, EXPIRED } from './certificate.js';
import { fact } from './eldercare-carers.fact.js';
import { LEFT, REGISTERED } from './employment.js';

const personRef = 'per_00000001';
const employer = (employerId: string, carerId = 'CA-1') => ({
  carerId,
  personRef,
  employerKind: 'INSTITUTION',
  employerId,
});
interface Job {
  readonly at?: string;
  readonly carerId?: string;
  readonly district?: string;
}
const registered = (time: string, { at = 'E-1', carerId, district = '310105' }: Job = {}) =>
  factEvent(REGISTERED, { ...employer(at, carerId), hiredOn: time }, { time, district });
const left = (time: string, at = 'E-1') => factEvent(LEFT, { ...employer(at), reason: null }, { time });
const certified = (issuedOn: string, level: string, certNo = 'Z-1', validTo: string | null = null) =>
  factEvent(
    CERTIFIED,
    { personRef, certNo, level, issuer: '示例机构', issuedOn, validTo },
    { time: issuedOn },
  );
const expired = (time: string, validTo: string, certNo = 'Z-1') =>
  factEvent(EXPIRED, { personRef, certNo, validTo, level: null }, { time });

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded(personRef);
const spans = (...events: FactEvent<any>[]) =>
  fold(...events).rows.map(({ dims, validFrom, validUntil }) => [dims['level'], validFrom, validUntil]);
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, severity, detail }) => `${severity} ${rule}: ${detail['case']}`);

describe('active carers', () => {
  it('given a carer who leaves, counts from the first work day to the day of leaving', () => {
    expect(spans(registered('2019-03-01'), left('2020-06-30'))).toEqual([
      ['NONE', '2019-03-01', '2020-06-30'],
    ]);
  });

  it('given two certificates, counts once at the higher level', () => {
    expect(
      spans(
        registered('2019-01-01'),
        certified('2019-06-01', 'LEVEL_5'),
        certified('2020-06-01', 'LEVEL_3', 'Z-2'),
      ),
    ).toEqual([
      ['NONE', '2019-01-01', '2019-06-01'],
      ['LEVEL_5', '2019-06-01', '2020-06-01'],
      ['LEVEL_3', '2020-06-01', null],
    ]);
  });

  it('given a lower certificate after a higher one, stays at the higher without a break', () => {
    expect(
      spans(
        certified('2018-01-01', 'LEVEL_3'),
        registered('2019-01-01'),
        certified('2020-01-01', 'LEVEL_5', 'Z-2'),
      ),
    ).toEqual([['LEVEL_3', '2019-01-01', null]]);
  });

  it('given the end of the higher certificate, falls back to the one still in force', () => {
    expect(
      spans(
        registered('2018-01-01'),
        certified('2018-01-01', 'LEVEL_5'),
        certified('2018-07-01', 'LEVEL_3', 'Z-2', '2020-06-30'),
      ),
    ).toEqual([
      ['LEVEL_5', '2018-01-01', '2018-07-01'],
      ['LEVEL_3', '2018-07-01', '2020-07-01'],
      ['LEVEL_5', '2020-07-01', null],
    ]);
  });

  it('given a last valid day, counts on that day and not on the next, told or untold', () => {
    const untold = [registered('2015-01-01'), certified('2015-01-01', 'LEVEL_4', 'Z-1', '2020-12-31')];
    const expected = [
      ['LEVEL_4', '2015-01-01', '2021-01-01'],
      ['NONE', '2021-01-01', null],
    ];
    expect(spans(...untold)).toEqual(expected);
    expect(spans(...untold, expired('2021-01-04', '2020-12-31'))).toEqual(expected);
  });

  it('given an expiry before the day the certificate named, the earlier day holds', () => {
    expect(
      spans(
        registered('2015-01-01'),
        certified('2015-01-01', 'LEVEL_4', 'Z-1', '2025-12-31'),
        expired('2020-03-02', '2020-03-01'),
      ),
    ).toEqual([
      ['LEVEL_4', '2015-01-01', '2020-03-02'],
      ['NONE', '2020-03-02', null],
    ]);
  });

  it('given two employers, counts once until the last is left, and then no more', () => {
    const two = [registered('2018-01-01'), registered('2019-01-01', { at: 'E-2' })];
    expect(spans(...two)).toEqual([['NONE', '2018-01-01', null]]);
    expect(spans(...two, left('2020-01-01'))).toEqual([
      ['NONE', '2018-01-01', '2020-01-01'],
      ['NONE', '2020-01-01', null],
    ]);
    expect(spans(...two, left('2020-01-01'), left('2020-05-01', 'E-2')).at(-1)).toEqual([
      'NONE',
      '2020-01-01',
      '2020-05-01',
    ]);
    expect(cases(...two)).toEqual([]);
  });

  it('given employers in two districts, counts once in each', () => {
    const { rows } = fold(
      registered('2018-01-01'),
      registered('2019-01-01', { at: 'E-2', district: '310118' }),
    );
    expect(rows.map(({ district }) => district)).toEqual(['310105', '310118']);
  });

  it('given a carer who comes back, counts again', () => {
    expect(spans(registered('2018-01-01'), left('2018-06-01'), registered('2019-01-01'))).toEqual([
      ['NONE', '2018-01-01', '2018-06-01'],
      ['NONE', '2019-01-01', null],
    ]);
  });
});

describe('findings about carers', () => {
  it('given a second registration at one employer, reports the state, or the person with two numbers', () => {
    expect(cases(registered('2018-01-01'), registered('2019-01-01'))).toEqual([
      'error STATE: registered twice',
    ]);
    expect(cases(registered('2018-01-01'), registered('2019-01-01', { carerId: 'CA-2' }))).toEqual([
      'error DUPLICATE_PERSON: two numbers at one employer',
    ]);
  });

  it('given a leaving without or after the end of an employment, reports which', () => {
    expect(cases(left('2019-01-01'))).toEqual(['warning MISSING_PREDECESSOR: left before registered']);
    expect(cases(registered('2018-01-01'), left('2019-01-01'), left('2019-02-01'))).toEqual([
      'error STATE: left twice',
    ]);
  });

  it('given a certificate number twice, counts the first and reports the second', () => {
    const history = [
      registered('2018-01-01'),
      certified('2018-01-01', 'LEVEL_5'),
      certified('2019-01-01', 'LEVEL_1'),
    ];
    expect(spans(...history)).toEqual([['LEVEL_5', '2018-01-01', null]]);
    expect(cases(...history)).toEqual(['error STATE: certified twice']);
  });

  it('given an expiry of nothing or a second one, reports it', () => {
    const certificate = certified('2018-01-01', 'LEVEL_5', 'Z-1', '2019-12-31');
    expect(cases(registered('2018-01-01'), expired('2020-01-01', '2019-12-31'))).toEqual([
      'warning MISSING_PREDECESSOR: expired before certified',
    ]);
    expect(
      cases(
        registered('2018-01-01'),
        certificate,
        expired('2020-01-01', '2019-12-31'),
        expired('2020-01-02', '2019-12-31'),
      ),
    ).toEqual(['error STATE: expired twice']);
  });

  it('given a certificate of somebody not at work, only notes it and names no person', () => {
    const leaver = [registered('2018-01-01'), left('2019-01-01'), certified('2019-06-01', 'LEVEL_5')];
    expect(cases(certified('2018-01-01', 'LEVEL_5'))).toEqual([
      'info MISSING_PREDECESSOR: certified before registered',
    ]);
    expect(cases(...leaver)).toEqual(['info STATE: certified while not employed']);
    expect(JSON.stringify(fold(...leaver).findings)).not.toContain('per_');
  });
});
