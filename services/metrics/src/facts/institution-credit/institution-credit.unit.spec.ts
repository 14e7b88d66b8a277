import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { INSTITUTION, closed, opened, told } from '../institution-events.fixture.spec.js';
import { fact } from './institution-credit.fact.js';

const { spans, cases } = told(fact);

const listed = (time: string, termMonths = 12, list = 'BLACKLIST') =>
  factEvent(
    'cn.gov.mca.eldercare.credit.listed',
    { institutionId: INSTITUTION, list, basis: '示例', termMonths, authority: '示例' },
    { time },
  );
const delisted = (time: string, list = 'BLACKLIST') =>
  factEvent(
    'cn.gov.mca.eldercare.credit.delisted',
    { institutionId: INSTITUTION, list, basis: '示例', authority: '示例' },
    { time },
  );

describe('credit lists', () => {
  it('given a listing, it ends with its term or when taken off before', () => {
    expect(spans(opened('2018-01-01'), listed('2019-03-01'))).toEqual([
      ['2019-03-01', '2020-03-01', 'BLACKLIST'],
    ]);
    expect(spans(opened('2018-01-01'), listed('2019-03-01'), delisted('2019-09-01'))).toEqual([
      ['2019-03-01', '2019-09-01', 'BLACKLIST'],
    ]);
  });

  it('given the institution closes, it is counted no more', () => {
    expect(spans(opened('2018-01-01'), listed('2019-03-01'), closed('2019-06-01'))).toEqual([
      ['2019-03-01', '2019-06-01', 'BLACKLIST'],
    ]);
  });

  it('given it is taken off a list it is not on, says so', () => {
    expect(cases(opened('2018-01-01'), delisted('2019-09-01'))).toEqual([
      'MISSING_PREDECESSOR: delisted before listed',
    ]);
    expect(cases(opened('2018-01-01'), listed('2019-03-01'), delisted('2019-09-01', 'WATCH'))).toEqual([
      'MISSING_PREDECESSOR: delisted before listed',
    ]);
  });

  it('given it is listed or taken off twice, or while not open, says so', () => {
    expect(cases(opened('2018-01-01'), listed('2019-03-01'), listed('2019-04-01'))).toEqual([
      'STATE: listed twice',
    ]);
    expect(
      cases(opened('2018-01-01'), listed('2019-03-01'), delisted('2019-04-01'), delisted('2019-05-01')),
    ).toEqual(['STATE: delisted twice']);
    expect(cases(listed('2019-03-01'))).toEqual(['MISSING_PREDECESSOR: listed before opened']);
    expect(cases(opened('2018-01-01'), closed('2019-01-01'), listed('2019-03-01'))).toEqual([
      'STATE: listed while closed',
    ]);
  });
});
