import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { fact } from './eldercare-homecare.fact.js';
import { ENDED, GRANTED } from './grant.js';

const personRef = 'per_00000001';
interface More {
  readonly street?: string;
  readonly district?: string;
  readonly assessmentId?: string;
}
const granted = (fromMonth: string, grantId = 'G-1', { assessmentId, ...at }: More = {}) =>
  factEvent(
    GRANTED,
    {
      grantId,
      personRef,
      hoursPerMonth: 30,
      subsidyFenPerMonth: 60_000,
      fromMonth,
      assessmentId: assessmentId ?? null,
    },
    { time: `${fromMonth}-05`, ...at },
  );
const ended = (fromMonth: string, grantId = 'G-1') =>
  factEvent(ENDED, { grantId, personRef, reason: 'MOVED', fromMonth }, { time: `${fromMonth}-05` });
const assessed = (validFrom: string, validTo: string) =>
  factEvent(
    'cn.gov.mca.eldercare.assessment.completed',
    { assessmentId: 'A-1', personRef, scheme: 'SH_UNIFIED_2', level: 'LEVEL_3', validFrom, validTo },
    { time: validFrom },
  );

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded(personRef);
const persons = (...events: FactEvent<any>[]) =>
  fold(...events).rows.filter(({ measure }) => measure === 'eldercare.homecare-persons-of-year');
const spans = (...events: FactEvent<any>[]) =>
  persons(...events).map(({ validFrom, validUntil }) => [validFrom, validUntil]);
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

describe('persons served in a year', () => {
  it('given a grant that ended, counts to the end of the year of its last month', () => {
    expect(spans(granted('2020-03'), ended('2020-07'))).toEqual([['2020-03-01', '2021-01-01']]);
    expect(spans(granted('2020-03'), ended('2021-01'))).toEqual([['2020-03-01', '2021-01-01']]);
    expect(spans(granted('2020-03'), ended('2021-02'))).toEqual([['2020-03-01', '2022-01-01']]);
  });

  it('given a grant still running, counts in every year from then on', () => {
    expect(spans(granted('2018-03'))).toEqual([['2018-03-01', null]]);
  });

  it('given two grants in a year, counts the person once and the grants twice', () => {
    const history = [
      granted('2020-01'),
      ended('2020-04'),
      granted('2020-06', 'G-2'),
      ended('2020-09', 'G-2'),
    ];
    expect(spans(...history)).toEqual([['2020-01-01', '2021-01-01']]);
    expect(
      fold(...history).rows.filter(({ measure }) => measure === 'eldercare.homecare-grants'),
    ).toHaveLength(2);
  });

  it('given a move within the year, counts in the street served first until the year is over', () => {
    const moved = [granted('2020-01'), ended('2020-04'), granted('2020-04', 'G-2', { street: '310105002' })];
    expect(persons(...moved).map(({ street, validFrom }) => [street, validFrom])).toEqual([
      ['310105001', '2020-01-01'],
      ['310105002', '2021-01-01'],
    ]);
  });

  it('given service in two districts, counts once in each', () => {
    const moved = [granted('2020-01'), ended('2020-04'), granted('2020-04', 'G-2', { district: '310118' })];
    expect(persons(...moved).map(({ district }) => district)).toEqual(['310105', '310118']);
  });

  it('given an end with the first month, nobody was served', () => {
    expect(fold(granted('2020-03'), ended('2020-03')).rows).toEqual([]);
  });
});

describe('findings about home care', () => {
  it('given an end without a grant, a second end or one too early, reports which', () => {
    expect(cases(ended('2020-03'))).toEqual(['MISSING_PREDECESSOR: ended before granted']);
    expect(cases(granted('2020-01'), ended('2020-03'), ended('2020-04'))).toEqual(['STATE: ended twice']);
    expect(cases(granted('2020-03'), ended('2020-01'))).toEqual(['STATE: ended before the first month']);
  });

  it('given a grant twice, or two at a time, reports it', () => {
    expect(cases(granted('2020-01'), granted('2020-02'))).toEqual(['STATE: granted twice']);
    expect(cases(granted('2020-01'), granted('2020-02', 'G-2'))).toEqual(['STATE: two grants at a time']);
  });

  it('given a named assessment, it must be there and valid', () => {
    const grant = granted('2020-03', 'G-1', { assessmentId: 'A-1' });
    expect(cases(grant)).toEqual(['MISSING_PREDECESSOR: granted without the assessment it names']);
    expect(cases(assessed('2018-01-01', '2019-12-31'), grant)).toEqual([
      'STATE: granted on an assessment not valid',
    ]);
    expect(cases(assessed('2019-01-01', '2020-12-31'), grant)).toEqual([]);
  });

  it('given no assessment named, any valid one of the person will do; known ones that are not valid will not', () => {
    const grant = granted('2020-03');
    expect(cases(grant)).toEqual([]);
    expect(cases(assessed('2019-01-01', '2020-12-31'), grant)).toEqual([]);
    expect(cases(assessed('2018-01-01', '2019-12-31'), grant)).toEqual([
      'STATE: granted without a valid assessment',
    ]);
  });
});
