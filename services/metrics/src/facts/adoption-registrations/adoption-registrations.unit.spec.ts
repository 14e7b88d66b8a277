import { describe, expect, it } from '@jest/globals';
import { factEvent, givenHistory } from '@minhai/testing';
import { caseTexts, rowTexts } from '../case-texts.fixture.spec.js';
import { DISSOLVED, REGISTERED, fact } from './adoption-registrations.fact.js';

const parties = { adoptee: 'per_c', adopters: ['per_a', 'per_b'], officeRegion: '310118' };
const registered = (time: string, certNo = 's-1') => factEvent(REGISTERED, { certNo, ...parties }, { time });
const dissolved = (time: string, adopters: string[] = parties.adopters) =>
  factEvent(DISSOLVED, { certNo: 's-1', ...parties, adopters, kind: 'AGREEMENT' }, { time });
const certificate = (...history: Parameters<typeof caseTexts>[2][number][]) =>
  caseTexts(fact, 'certificate:s-1', history);

describe('adoptions', () => {
  it('stand from their registration until they are dissolved', () => {
    expect(rowTexts(fact, 'certificate:s-1', [registered('2018-04-02'), dissolved('2020-06-01')])).toEqual([
      'registered 1 2018-04-02',
      'dissolved 1 2020-06-01 AGREEMENT',
      'standing 1 2018-04-02/2020-06-01',
    ]);
  });

  it('are figures of minors: every one is protected', () => {
    expect(new Set(fact.measures.map(({ privacy }) => privacy))).toEqual(new Set(['protected-people']));
  });

  it('given a dissolution without a registration, a repetition, or other parties, reports it', () => {
    expect(certificate(dissolved('2020-06-01'))).toEqual([
      'MISSING_PREDECESSOR: adoption dissolved before adoption registered',
    ]);
    expect(certificate(registered('2018-04-02'), registered('2018-04-03'))).toEqual([
      'STATE: adoption registered twice',
    ]);
    expect(certificate(registered('2018-04-02'), dissolved('2020-06-01'), dissolved('2020-06-02'))).toEqual([
      'STATE: adoption dissolved twice',
    ]);
    expect(certificate(registered('2018-04-02'), dissolved('2020-06-01', ['per_a']))).toEqual([
      'STATE: dissolved by other parties',
    ]);
  });

  it('given the order of the adopters differs, they are the same', () => {
    expect(certificate(registered('2018-04-02'), dissolved('2020-06-01', ['per_b', 'per_a']))).toEqual([]);
  });

  it('given a child adopted again while adopted, reports it; after a dissolution it may be', () => {
    const child = (...history: Parameters<typeof caseTexts>[2][number][]) =>
      caseTexts(fact, 'child:per_c', history);
    expect(child(registered('2018-04-02'), registered('2019-04-02', 's-2'))).toEqual([
      'DUPLICATE_PERSON: adopted while adopted',
    ]);
    expect(child(registered('2018-04-02'), dissolved('2019-01-02'), registered('2019-04-02', 's-2'))).toEqual(
      [],
    );
  });

  it('given a certificate registered again while another stands, that other one is the earlier', () => {
    const other = registered('2019-02-02', 's-2');
    const again = registered('2019-04-02');
    const history = [registered('2018-04-02'), dissolved('2019-01-02'), other, again];
    expect(givenHistory(fact, history).folded('child:per_c').findings).toMatchObject([
      { detail: { case: 'adopted while adopted', day: '2019-04-02' }, causes: [other.id, again.id] },
    ]);
  });
});
