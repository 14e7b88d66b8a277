import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { DELIVERED, REGISTERED, fact } from './assistance-resources.fact.js';

const registered = (time: string, validTo: string, capacity = 20) =>
  factEvent(
    REGISTERED,
    {
      resourceId: 'r-1',
      providerUsci: 'u-1',
      name: '示例',
      supportType: 'MATERIAL',
      capacity,
      needs: null,
      validTo,
    },
    { time },
  );
const delivered = (time: string) => factEvent(DELIVERED, { resourceId: 'r-1', planId: 'p-1' }, { time });
const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded('r-1');
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

describe('resources of help', () => {
  it('given a resource, it and its capacity count through its last day', () => {
    expect(fold(registered('2020-01-01', '2020-12-31')).rows).toMatchObject([
      { measure: 'assistance.resources', amount: 1, validFrom: '2020-01-01', validUntil: '2021-01-01' },
      { measure: 'assistance.resource-capacity', amount: 20, dims: { supportType: 'MATERIAL' } },
    ]);
  });

  it('given a renewal, the new capacity counts from then on', () => {
    const { rows, findings } = fold(
      registered('2020-01-01', '2020-12-31'),
      registered('2020-07-01', '2021-06-30', 50),
    );
    expect(findings).toEqual([]);
    expect(
      rows
        .filter(({ measure }) => measure === 'assistance.resource-capacity')
        .map(({ amount, validFrom, validUntil }) => [amount, validFrom, validUntil]),
    ).toEqual([
      [20, '2020-01-01', '2020-07-01'],
      [50, '2020-07-01', '2021-07-01'],
    ]);
  });

  it('given help from a resource that is not in force, reports it', () => {
    expect(cases(delivered('2020-02-01'))).toEqual([
      'MISSING_PREDECESSOR: delivered from an unregistered resource',
    ]);
    expect(cases(registered('2020-01-01', '2020-12-31'), delivered('2020-12-31'))).toEqual([]);
    expect(cases(registered('2020-01-01', '2020-12-31'), delivered('2021-01-01'))).toEqual([
      'STATE: delivered from an expired resource',
    ]);
  });
});
