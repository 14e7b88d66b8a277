import { describe, expect, it } from '@jest/globals';
import { beds, closed, opened, relocated, told } from '../institution-events.fixture.spec.js';
import { admitted, discharged } from '../resident-stays/stay-events.fixture.spec.js';
import { fact } from './institution-occupancy.fact.js';

const { rows, spans, cases } = told(fact);

const house = [opened('2018-01-01T08:00:00+08:00'), beds('2018-01-01', 'NURSING', 2)];

describe('beds taken', () => {
  it('given stays, counts each from admission to discharge by type of bed', () => {
    const history = [
      ...house,
      admitted('2019-03-01'),
      discharged('2020-06-30'),
      admitted('2020-01-01', 's-2'),
    ];
    expect(spans(...history)).toEqual([
      ['2019-03-01', '2020-06-30', 'NURSING'],
      ['2020-01-01', null, 'NURSING'],
    ]);
    expect(cases(...history)).toEqual([]);
  });

  it('given the institution moves, its residents move along', () => {
    const history = [...house, admitted('2019-03-01'), relocated('2020-01-01', '310105002')];
    expect(
      rows(...history).map(({ street, validFrom, validUntil }) => [street, validFrom, validUntil]),
    ).toEqual([
      ['310105001', '2019-03-01', '2020-01-01'],
      ['310105002', '2020-01-01', null],
    ]);
  });

  it('given it closes with residents left, ends their stays and says how many', () => {
    const history = [...house, admitted('2019-03-01'), closed('2020-01-01')];
    expect(spans(...history)).toEqual([['2019-03-01', '2020-01-01', 'NURSING']]);
    expect(cases(...history)).toEqual(['STATE: closed with residents left']);
    expect(cases(...history, discharged('2020-01-01'))).toEqual([]);
  });

  it('given an admission before the opening or while closed, says so', () => {
    expect(cases(admitted('2017-03-01'), ...house)).toContain('MISSING_PREDECESSOR: admitted before opened');
    const late = [...house, beds('2020-01-01', 'NURSING', -2), closed('2020-01-01'), admitted('2020-03-01')];
    expect(cases(...late)).toEqual(['STATE: admitted while closed']);
    expect(spans(...late)).toEqual([]);
  });
});

describe('residents and the beds there are', () => {
  it('given more residents than beds of their type, reports it once until there is room again', () => {
    const full = [...house, admitted('2019-03-01'), admitted('2019-03-02', 's-2')];
    expect(cases(...full)).toEqual([]);
    const over = [...full, admitted('2019-03-03', 's-3'), admitted('2019-03-04', 's-4')];
    // Beyond the type and beyond the total.
    expect(cases(...over)).toEqual(['LIMIT: residents exceed beds', 'LIMIT: residents exceed beds']);
  });

  it('given beds of another type to spare, the type is still full', () => {
    const history = [
      ...house,
      beds('2018-01-01', 'GENERAL', 5),
      ...['s-1', 's-2', 's-3'].map((stayId) => admitted('2019-03-01', stayId)),
    ];
    expect(cases(...history)).toEqual(['LIMIT: residents exceed beds']);
  });

  it('given dementia beds, their residents take beds of the total too', () => {
    const marked = [...house, beds('2018-01-01', 'DEMENTIA', 2)];
    const dementia = { bedType: 'DEMENTIA' };
    const residents = [admitted('2019-03-01', 's-1', dementia), admitted('2019-03-01', 's-2', dementia)];
    expect(cases(...marked, ...residents)).toEqual([]);
    expect(cases(...marked, ...residents, admitted('2019-03-02', 's-3'))).toEqual([
      'LIMIT: residents exceed beds',
    ]);
  });

  it('given beds taken away under their residents, names the change', () => {
    const reduction = beds('2020-01-01', 'NURSING', -1);
    const history = [...house, admitted('2019-03-01'), admitted('2019-03-01', 's-2'), reduction];
    expect(cases(...history)).toEqual(['LIMIT: residents exceed beds', 'LIMIT: residents exceed beds']);
    expect(cases(...history, discharged('2020-01-01'))).toEqual([]);
  });
});
