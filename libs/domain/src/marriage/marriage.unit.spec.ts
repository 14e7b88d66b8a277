import { describe, expect, it } from '@jest/globals';
import { workingDayFrom } from '../calendar/working-day.js';
import {
  divorcePeriod,
  isDivorceDeemedWithdrawn,
  judgeDivorceRegistration,
  mayWithdrawDivorce,
} from './divorce-period.js';
import { isOfMarriageAge } from './marriage-age.js';
import { isOfficeCompetent } from './office-jurisdiction.js';

describe('marriage age', () => {
  it('is reached on the birthday, 22 for men and 20 for women', () => {
    const at = (sex: 'MALE' | 'FEMALE', day: string) => isOfMarriageAge(sex, '2000-05-20', day);
    expect([at('MALE', '2022-05-19'), at('MALE', '2022-05-20')]).toEqual([false, true]);
    expect([at('FEMALE', '2020-05-19'), at('FEMALE', '2020-05-20')]).toEqual([false, true]);
  });

  it('does not judge marriages before the law that set it', () => {
    expect([
      isOfMarriageAge('MALE', '1960-01-01', '1980-12-31'),
      isOfMarriageAge('MALE', '1960-01-01', '1981-01-01'),
    ]).toEqual([true, false]);
  });
});

describe('competence of an office', () => {
  const couple = { on: '2020-09-09', office: '310118', hukou: ['310118', '320583'] };

  it('given a hukou in its district, either party’s, then it is competent', () => {
    expect([
      isOfficeCompetent(couple),
      isOfficeCompetent({ ...couple, hukou: ['320583', '310118'] }),
      isOfficeCompetent({ ...couple, hukou: ['310105', '320583'] }),
      isOfficeCompetent({ ...couple, hukou: [null, undefined] }),
      isOfficeCompetent({ ...couple, hukou: [] }),
    ]).toEqual([true, true, false, false, false]);
  });

  it('given the province as level, or an office of the province, then any hukou in it will do', () => {
    const elsewhere = { ...couple, hukou: [null, '310105'] };
    expect([
      isOfficeCompetent({ ...elsewhere, level: 'PROVINCE' }),
      isOfficeCompetent({ ...elsewhere, office: '310000' }),
      isOfficeCompetent({ ...elsewhere, level: 'PROVINCE', hukou: ['320583', null] }),
    ]).toEqual([true, true, false]);
  });

  it('from 2025-05-10 every office is, and not a day earlier', () => {
    const strangers = { ...couple, hukou: ['110101', '440103'], pilots: [] };
    expect(['2025-05-09', '2025-05-10'].map((on) => isOfficeCompetent({ ...strangers, on }))).toEqual([
      false,
      true,
    ]);
  });

  it('given a trial, then its offices are competent on its days, for its kinds', () => {
    const strangers = { ...couple, hukou: ['110101', '440103'] };
    const pilots = [
      { regions: ['310100'], from: '2021-06-01', until: '2023-05-31', kinds: ['MARRIAGE' as const] },
    ];
    const on = (day: string, other = {}) => isOfficeCompetent({ ...strangers, pilots, on: day, ...other });
    expect([on('2021-05-31'), on('2021-06-01'), on('2023-05-31'), on('2023-06-01')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([on('2022-01-01', { kind: 'DIVORCE' }), on('2022-01-01', { office: '320583' })]).toEqual([
      false,
      false,
    ]);
    expect(['2023-05-31', '2023-06-01'].map((day) => isOfficeCompetent({ ...strangers, on: day }))).toEqual([
      false,
      true,
    ]);
  });
});

describe('waiting period of a divorce', () => {
  const filed = '2021-01-04';

  it('counts the day of filing as day 0', () => {
    expect(divorcePeriod(filed)).toEqual({
      withdrawableTo: '2021-02-03',
      registrableFrom: '2021-02-04',
      registrableTo: '2021-03-05',
      deemedWithdrawnFrom: '2021-03-06',
    });
  });

  it('registers on days 31 to 60', () => {
    const days = ['2021-01-04', '2021-02-03', '2021-02-04', '2021-03-05', '2021-03-06'];
    expect(days.map((day) => judgeDivorceRegistration(filed, day))).toEqual([
      'too-early',
      'too-early',
      'in-period',
      'in-period',
      'too-late',
    ]);
  });

  it('lets a party withdraw through day 30, and deems it withdrawn from day 61', () => {
    const days = ['2021-01-03', '2021-01-04', '2021-02-03', '2021-02-04'];
    expect(days.map((day) => mayWithdrawDivorce(filed, day))).toEqual([false, true, true, false]);
    expect(['2021-03-05', '2021-03-06'].map((day) => isDivorceDeemedWithdrawn(filed, day))).toEqual([
      false,
      true,
    ]);
  });

  it('asks for none before 2021-01-01', () => {
    expect(judgeDivorceRegistration('2020-12-31', '2020-12-31')).toBe('in-period');
    expect(judgeDivorceRegistration('2020-12-31', '2021-01-01')).toBe('too-early');
  });

  it('given a last day within a holiday and an office that prolongs, then it ends after the holiday', () => {
    // Day 60 of 2021-12-05 is 2022-02-03, in the Spring Festival holiday that ends on the 6th.
    expect(divorcePeriod('2021-12-05').registrableTo).toBe('2022-02-03');
    expect(divorcePeriod('2021-12-05', workingDayFrom)).toMatchObject({
      registrableTo: '2022-02-07',
      deemedWithdrawnFrom: '2022-02-08',
    });
    expect(judgeDivorceRegistration('2021-12-05', '2022-02-07')).toBe('too-late');
    expect(judgeDivorceRegistration('2021-12-05', '2022-02-07', workingDayFrom)).toBe('in-period');
  });
});
