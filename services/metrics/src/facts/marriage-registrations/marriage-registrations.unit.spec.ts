import { describe, expect, it } from '@jest/globals';
import { type FactEvent, deriveEntity } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { fact } from './marriage-registrations.fact.js';

const number = 'J310118-2019-000001';
const married = (time: string, other: { hukou?: string; office?: string; foreign?: boolean } = {}) =>
  factEvent(
    'cn.gov.mca.marriage.registered',
    {
      certWordNo: number,
      partyA: 'per_00000001',
      partyB: 'per_00000002',
      hukouRegionA: other.hukou ?? '310118',
      hukouRegionB: '340104',
      officeRegion: other.office ?? '310118',
      registrarNo: 'r-1',
      kind: 'MARRIAGE',
      foreign: other.foreign ?? false,
    },
    { time, district: '310105' },
  );
const attended = (time: string) =>
  factEvent(
    'cn.gov.mca.marriage.appointment.attended',
    { appointmentNo: time, officeRegion: '310118', certWordNo: number },
    { time },
  );
const annulled = (time: string) =>
  factEvent('cn.gov.mca.marriage.annulled', { certWordNo: number, ground: 'COERCION' }, { time });
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);
const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded(number);

describe('marriages registered', () => {
  it('given a registration, counts one at the office that registered it', () => {
    expect(fold(married('2019-05-20')).rows).toMatchObject([
      {
        measure: 'marriage.registered',
        district: '310118',
        street: 'unknown',
        amount: 1,
        validFrom: '2019-05-20',
        validUntil: null,
      },
    ]);
  });

  it('does not read certificates issued again: they are papers, not marriages', () => {
    expect(Object.keys(fact.reads)).not.toContain('cn.gov.mca.marriage.certificate.reissued');
    const reissued = { appointmentNo: 'a-1', officeRegion: '310118', certWordNo: 'BJ310118-2020-000001' };
    const read = fact.reads['cn.gov.mca.marriage.appointment.attended']!;
    expect(read(factEvent('cn.gov.mca.marriage.appointment.attended', reissued))).toEqual([]);
  });

  it('given an annulment, keeps the registration in the year it took place, as one that does not stand', () => {
    expect(fold(married('2019-05-20'), annulled('2020-11-02')).rows).toMatchObject([
      { amount: 1, validFrom: '2019-05-20', dims: { standing: 'ANNULLED' } },
    ]);
  });

  it('given an annulment recorded later, the marriage stands as far as was known before', () => {
    const { rows } = deriveEntity(fact, number, [married('2019-05-20'), annulled('2020-11-02')]);
    const byKnowledge = rows.toSorted((a, b) => a.knownFrom - b.knownFrom);
    expect(
      byKnowledge.map(({ value: { dims }, knownUntil }) => [dims['standing'], knownUntil === null]),
    ).toEqual([
      ['STANDS', false],
      ['ANNULLED', true],
    ]);
  });

  it('given an appointment, one registration has one', () => {
    expect(cases(married('2019-05-20'), attended('2019-05-20'))).toEqual([]);
    expect(cases(married('2019-05-20'), attended('2019-05-20'), attended('2019-05-21'))).toEqual([
      'STATE: two appointments for one registration',
    ]);
    expect(cases(attended('2019-05-20'))).toEqual([
      'MISSING_PREDECESSOR: appointment for a registration that is not known',
    ]);
  });

  it.each([
    ['neither hukou lies with the office', '2019-05-20', {}, ['AUTHORISATION: office without competence']],
    [
      'another district of the province',
      '2019-05-20',
      { hukou: '310105' },
      ['AUTHORISATION: office without competence'],
    ],
    ['the same, with a foreigner', '2019-05-20', { hukou: '310105', foreign: true }, []],
    ['the last day before the law of 2025, in a trial', '2025-05-09', {}, []],
    ['nationwide', '2025-05-10', {}, []],
  ] as const)('given %s, judges the competence of the office', (_, time, other, expected) => {
    expect(cases(married(time, { hukou: '320102', ...other }))).toEqual(expected);
  });

  it('given a word number used twice, counts once and reports it', () => {
    const { rows, findings } = fold(married('2019-05-20'), married('2019-06-01'));
    expect(rows).toMatchObject([{ validFrom: '2019-05-20' }]);
    expect(findings).toMatchObject([{ rule: 'STATE', detail: { case: 'word number used twice' } }]);
  });
});
