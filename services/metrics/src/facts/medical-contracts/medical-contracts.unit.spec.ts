import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { CHANGED, CLOSED, OPENED } from '../bed-capacity/institution-phases.js';
import { ENDED, SIGNED, fact } from './medical-contracts.fact.js';

const institutionId = 'i-1';
const opened = (time: string) =>
  factEvent(OPENED, { institutionId, scope: 'INSTITUTION', operationMode: 'PUBLIC_PRIVATE' }, { time });
const closed = (time: string) => factEvent(CLOSED, { institutionId, reason: '示例' }, { time });
const relocated = (time: string, street: string) =>
  factEvent(CHANGED, { institutionId, reason: 'RELOCATED' }, { time, street });
const signed = (medicalUsci: string, time: string, validTo: string | null = null) =>
  factEvent(SIGNED, { institutionId, medicalUsci, kind: 'CONTRACTED', validTo }, { time });
const ended = (medicalUsci: string, time: string) =>
  factEvent(ENDED, { institutionId, medicalUsci, reason: 'TERMINATED' }, { time });

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded(institutionId);
const spans = (...events: FactEvent<any>[]) =>
  fold(...events).rows.map(({ street, validFrom, validUntil }) => [street, validFrom, validUntil]);
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

describe('medical contracts of an institution', () => {
  it('given two contracts that overlap, counts the institution once', () => {
    const history = [
      opened('2018-01-01'),
      signed('m-1', '2018-02-01', '2019-01-31'),
      signed('m-2', '2019-01-15'),
    ];
    expect(spans(...history)).toEqual([['310105001', '2018-02-01', null]]);
    expect(fold(...history).rows[0]!.dims).toEqual({ scope: 'INSTITUTION', operationMode: 'PUBLIC_PRIVATE' });
  });

  it('given contract and institution, counts while both last, where it stands', () => {
    const history = [
      opened('2018-01-01'),
      signed('m-1', '2018-02-01'),
      relocated('2019-01-01', '310105002'),
      closed('2020-01-01'),
    ];
    expect(spans(...history)).toEqual([
      ['310105001', '2018-02-01', '2019-01-01'],
      ['310105002', '2019-01-01', '2020-01-01'],
    ]);
    expect(cases(...history)).toEqual([]);
  });

  it('given a contract renewed before it runs out, counts on', () => {
    const history = [
      opened('2018-01-01'),
      signed('m-1', '2018-02-01', '2019-01-31'),
      signed('m-1', '2019-01-10'),
    ];
    expect(spans(...history)).toEqual([['310105001', '2018-02-01', null]]);
    expect(cases(...history)).toEqual([]);
  });

  it('given no opening, counts nothing and misses it; given a closed institution, reports the state', () => {
    expect(spans(signed('m-1', '2018-02-01'))).toEqual([]);
    expect(cases(signed('m-1', '2018-02-01'))).toEqual(['MISSING_PREDECESSOR: signed before opened']);
    expect(cases(opened('2018-01-01'), closed('2019-01-01'), signed('m-1', '2019-06-01'))).toEqual([
      'STATE: signed while closed',
    ]);
  });

  it('given a contract ended twice, the first end holds; given one for each of two, both do', () => {
    const both = [opened('2018-01-01'), signed('m-1', '2018-02-01'), signed('m-2', '2018-03-01')];
    const history = [...both, ended('m-1', '2019-01-01'), ended('m-2', '2019-02-01')];
    expect([spans(...history), cases(...history)]).toEqual([[['310105001', '2018-02-01', '2019-02-01']], []]);
    expect(cases(...history, ended('m-1', '2019-03-01'))).toEqual(['STATE: ended twice']);
  });

  it('given an end alone, misses the contract', () => {
    expect(cases(opened('2018-01-01'), ended('m-1', '2019-01-01'))).toEqual([
      'MISSING_PREDECESSOR: ended before signed',
    ]);
  });
});
