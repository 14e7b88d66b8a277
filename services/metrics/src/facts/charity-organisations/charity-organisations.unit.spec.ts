import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { FILED, RECOGNISED, fact } from './charity-organisations.fact.js';

const recognised = (qualification: string, time: string, usci = 'u-1') =>
  factEvent(RECOGNISED, { usci, name: '示例慈善基金会', qualification, certificateNo: null }, { time });
const filed = (qualification: string, time: string, partnerUsci: string | null = null) =>
  factEvent(FILED, { usci: 'u-1', planNo: 'f-1', qualification, partnerUsci }, { time });
const cases = (entity: string, ...events: FactEvent<any>[]) =>
  givenHistory(fact, events)
    .folded(entity)
    .findings.map(({ rule, detail }) => `${rule}: ${detail['case']} (${detail['role']})`);

describe('charities', () => {
  it('given a qualification gained later, counts once, by the one it has', () => {
    const { rows } = givenHistory(fact, [
      recognised('DIRECTED', '2017-01-01'),
      recognised('PUBLIC', '2019-01-01'),
    ]).folded('u-1');
    expect(rows).toMatchObject([
      { dims: { qualification: 'DIRECTED' }, validFrom: '2017-01-01', validUntil: '2019-01-01' },
      { dims: { qualification: 'PUBLIC' }, validFrom: '2019-01-01', validUntil: null },
    ]);
  });

  it('given a qualified charity files, finds nothing', () => {
    expect(cases('u-1', recognised('PUBLIC', '2017-01-01'), filed('PUBLIC', '2018-01-01'))).toEqual([]);
  });

  it('given a filing before the qualification was gained, finds it was not authorised', () => {
    expect(
      cases(
        'u-1',
        recognised('DIRECTED', '2017-01-01'),
        filed('PUBLIC', '2018-01-01'),
        recognised('PUBLIC', '2019-01-01'),
      ),
    ).toEqual(['AUTHORISATION: fundraising without qualification (filing)']);
  });

  it('given a filing with a partner, it is the partner that must be qualified', () => {
    const filing = filed('DIRECTED', '2018-01-01', 'u-2');
    expect(fact.reads[FILED]!(filing)).toEqual(['u-1', 'u-2']);
    expect(cases('u-1', filing)).toEqual([]);
    expect(cases('u-2', filing)).toEqual(['MISSING_PREDECESSOR: fundraising before recognised (partner)']);
    expect(cases('u-2', recognised('DIRECTED', '2017-01-01', 'u-2'), filing)).toEqual([
      'AUTHORISATION: fundraising without qualification (partner)',
    ]);
  });
});
