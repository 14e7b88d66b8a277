import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { DEREGISTERED, REGISTERED } from '../socialorg-registration/membership.js';
import { CHANGED } from '../socialorg-registration/stays.js';
import { RAISED } from '../socialorg-warnings/socialorg-warnings.fact.js';
import { fact } from './socialorg-changes.fact.js';

const ONE = '51310105000000019A';
const OTHER = '523101050000000197';
const registered = (usci: string, time: string) =>
  factEvent(REGISTERED, { usci, kind: 'ASSOCIATION', registrar: '310105', name: '示例促进会' }, { time });
const renamed = (usci: string, time: string) =>
  factEvent(CHANGED, { usci, reason: 'RENAMED', name: '示例促进会' }, { time });
const deregistered = (time: string) => factEvent(DEREGISTERED, { usci: ONE, reason: 'VOLUNTARY' }, { time });

const at = (entity: string, ...events: FactEvent<any>[]) => {
  const { rows, findings } = givenHistory(fact, events).folded(entity);
  return { rows, cases: findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`) };
};

describe('changes in the register', () => {
  it('given a registered body, counts each change by its reason', () => {
    expect(at(ONE, registered(ONE, '2015-01-01'), renamed(ONE, '2020-01-01'))).toMatchObject({
      rows: [{ dims: { reason: 'RENAMED' }, validFrom: '2020-01-01' }],
      cases: [],
    });
  });

  it('given a change after the end or before the beginning, reports it', () => {
    expect(
      at(ONE, registered(ONE, '2015-01-01'), deregistered('2019-01-01'), renamed(ONE, '2020-01-01')).cases,
    ).toEqual(['STATE: changed after deregistration']);
    expect(at(ONE, renamed(ONE, '2020-01-01')).cases).toEqual([
      'MISSING_PREDECESSOR: changed before registered',
    ]);
  });

  it('given a warning after the end, reports it; of a body registered elsewhere, nothing', () => {
    const warning = factEvent(
      RAISED,
      { warningId: 'w-1', usci: ONE, level: 'STREET', kind: 'FUNDS' },
      { time: '2020-01-01' },
    );
    expect(at(ONE, registered(ONE, '2015-01-01'), deregistered('2019-01-01'), warning).cases).toEqual([
      'STATE: warning after deregistration',
    ]);
    expect(at(ONE, warning).cases).toEqual([]);
  });

  it('given a name that another body of the registrar has, warns of it once', () => {
    const name = 'name:310105:示例促进会';
    expect(at(name, registered(ONE, '2015-01-01'), renamed(OTHER, '2020-01-01')).cases).toEqual([
      'STATE: name of another body',
    ]);
    expect(at(name, registered(ONE, '2015-01-01'), renamed(ONE, '2020-01-01')).cases).toEqual([]);
  });
});
