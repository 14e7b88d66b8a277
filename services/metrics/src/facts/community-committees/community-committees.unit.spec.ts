import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import type { CommunityCommitteeKind, RefDivisionChanged } from '@minhai/schemas';
import { factEvent, givenHistory } from '@minhai/testing';
import { fact as divisions } from '../divisions/divisions.fact.js';
import { CHANGED as DIVISION_CHANGED } from '../divisions/versions.js';
import { ABOLISHED, CHANGED, ESTABLISHED } from './committee.js';
import { fact } from './community-committees.fact.js';

const villageId = '310118105205';
const at = (time: string) => ({ time, district: '310118', street: '310118105' });
const established = (time: string, kind: CommunityCommitteeKind = 'VILLAGERS') =>
  factEvent(ESTABLISHED, { villageId, name: '示例村村民委员会', kind, usci: null }, at(time));
const converted = (time: string) =>
  factEvent(CHANGED, { villageId, reason: 'CONVERTED', name: null, kind: 'RESIDENTS', usci: null }, at(time));
const abolished = (time: string) =>
  factEvent(ABOLISHED, { villageId, reason: 'MERGED', successors: ['310118105001'] }, at(time));
const division = (change: RefDivisionChanged['change'], validFrom: string) =>
  factEvent<RefDivisionChanged>(
    DIVISION_CHANGED,
    {
      code: villageId,
      name: '示例村',
      level: 'VILLAGE',
      parent: '310118105',
      urbanRuralCode: null,
      validFrom,
      validTo: null,
      successors: [],
      change,
    },
    at(validFrom),
  );

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded(villageId);
const spans = (...events: FactEvent<any>[]) =>
  fold(...events).rows.map(({ dims, validFrom, validUntil }) => [dims['kind'], validFrom, validUntil]);
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

describe('committees', () => {
  it('given a conversion and an end, is of one kind at a time', () => {
    expect(spans(established('2000-01-01'), converted('2015-07-01'), abolished('2021-12-31'))).toEqual([
      ['VILLAGERS', '2000-01-01', '2015-07-01'],
      ['RESIDENTS', '2015-07-01', '2021-12-31'],
    ]);
  });

  it.each([
    ['established twice', [established('2000-01-01'), established('2001-01-01')], 'STATE: established twice'],
    [
      'abolished twice',
      [established('2000-01-01'), abolished('2010-01-01'), abolished('2011-01-01')],
      'STATE: abolished twice',
    ],
    [
      'abolished without beginning',
      [abolished('2021-12-31')],
      'MISSING_PREDECESSOR: abolished before established',
    ],
    [
      'changed without beginning',
      [converted('2015-07-01')],
      'MISSING_PREDECESSOR: changed before established',
    ],
    [
      'changed after its end',
      [established('2000-01-01'), abolished('2010-01-01'), converted('2015-07-01')],
      'STATE: changed after it was abolished',
    ],
    [
      'of a division not yet there',
      [established('2000-01-01'), division('ESTABLISHED', '2005-01-01')],
      'STATE: committee of a division that does not stand',
    ],
  ])('given one %s, reports it', (_, events, expected) => {
    expect(cases(...events)).toEqual([expected]);
  });
});

describe('divisions at village level', () => {
  const standing = (...events: FactEvent<any>[]) =>
    givenHistory(divisions, events)
      .folded(villageId)
      .rows.map(({ validFrom, validUntil }) => [validFrom, validUntil]);

  it('given committees alone, stand while these do', () => {
    expect(standing(established('2000-01-01'), abolished('2021-12-31'))).toEqual([
      ['2000-01-01', '2021-12-31'],
    ]);
  });

  it('given the division list knows the village, the list holds and nothing is counted twice', () => {
    expect(standing(established('2000-01-01'), division('ESTABLISHED', '1999-01-01'))).toEqual([
      ['1999-01-01', null],
    ]);
  });
});
