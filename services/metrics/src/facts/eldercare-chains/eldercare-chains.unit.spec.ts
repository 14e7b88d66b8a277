import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { changed, closed, opened, told } from '../institution-events.fixture.spec.js';
import { fact } from './eldercare-chains.fact.js';

const chainBrand = '示例康养';
const chain = told(fact, `chain:310105${chainBrand}`);
const institution = told(fact, 'institution:i-1');

const of = (institutionId: string, data: object = {}) => ({ institutionId, chainBrand, ...data });

describe('chains', () => {
  it('given a second institution of the brand, counts the brand from then until one is left', () => {
    const history = [opened('2018-01-01', of('i-1')), opened('2019-01-01', of('i-2'))];
    expect(chain.spans(...history)).toEqual([['2019-01-01', null]]);
    expect(chain.spans(...history, closed('2020-01-01', of('i-1')))).toEqual([['2019-01-01', '2020-01-01']]);
    expect(chain.rows(...history)).toMatchObject([{ district: '310105', street: 'unknown', amount: 1 }]);
  });

  it('given one institution, or two under one roof, counts nothing', () => {
    expect(chain.spans(opened('2018-01-01', of('i-1')))).toEqual([]);
    const roof = { siteId: 's-1' };
    expect(chain.spans(opened('2018-01-01', of('i-1', roof)), opened('2019-01-01', of('i-2', roof)))).toEqual(
      [],
    );
  });

  it('given three, the brand counts once', () => {
    const history = ['i-1', 'i-2', 'i-3'].map((id, i) => opened(`201${6 + i}-01-01`, of(id)));
    expect(chain.spans(...history)).toEqual([['2017-01-01', null]]);
  });

  it('given an institution that joins or leaves, follows it', () => {
    const history = [opened('2018-01-01', of('i-1')), opened('2018-01-01', of('i-2', { chainBrand: null }))];
    const joined = changed('2019-01-01', of('i-2'));
    const left = changed('2020-01-01', { institutionId: 'i-2', formerChainBrand: chainBrand });
    expect(chain.spans(history[0]!, joined, left)).toEqual([['2019-01-01', '2020-01-01']]);
  });

  it('given an institution that joins or leaves the chain twice, or leaves without having joined, says so', () => {
    const member = opened('2018-01-01', of('i-1'));
    const left = closed('2020-01-01', of('i-1'));
    expect(chain.cases(member, changed('2019-01-01', of('i-1')))).toEqual(['STATE: joined chain twice']);
    expect(chain.cases(member, left, closed('2020-02-01', of('i-1')))).toEqual(['STATE: left chain twice']);
    expect(chain.cases(left)).toEqual(['MISSING_PREDECESSOR: left chain before joined chain']);
  });

  it('reads an event for the institution and every chain it names, in its district', () => {
    const { reads } = fact;
    const keys = (event: FactEvent<any>) => reads[event.type]!(event);
    expect(keys(opened('2018-01-01', of('i-1')))).toEqual(['institution:i-1', `chain:310105${chainBrand}`]);
    expect(keys(opened('2018-01-01'))).toEqual(['institution:i-1']);
    expect(keys(changed('2018-01-01', { chainBrand: 'b-2', formerChainBrand: 'b-1' }))).toEqual([
      'institution:i-1',
      'chain:310105b-2',
      'chain:310105b-1',
    ]);
  });

  it('given a closing or a change that does not name the chain it leaves, says so', () => {
    const member = opened('2018-01-01', of('i-1'));
    expect(institution.cases(member, closed('2020-01-01'))).toEqual(['STATE: chain left not named']);
    expect(institution.cases(member, closed('2020-01-01', of('i-1')))).toEqual([]);
    expect(institution.cases(member, changed('2020-01-01', { chainBrand: 'b-2' }))).toEqual([
      'STATE: chain left not named',
    ]);
    const moved = changed('2020-01-01', { chainBrand: 'b-2', formerChainBrand: chainBrand });
    expect(institution.cases(member, moved, closed('2021-01-01', { chainBrand: 'b-2' }))).toEqual([]);
  });
});
