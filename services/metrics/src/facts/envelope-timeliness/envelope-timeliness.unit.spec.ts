import { describe, expect, it } from '@jest/globals';
import { assertSetPrinciple, withAmendments } from '@minhai/facts/testing';
import { type Circumstances, factEvent, givenHistory } from '@minhai/testing';
import fc from 'fast-check';
import { FACTS } from '../catalogue.generated.js';
import { fact } from './envelope-timeliness.fact.js';
import { FLAGGED_BY_THEIR_FIGURE } from './flagged-elsewhere.js';

const TYPE = 'cn.gov.mca.marriage.registered';
const recorded = (day: string, at: Circumstances = {}) =>
  factEvent(TYPE, {}, { time: '2020-06-01', recorded: day, subject: 'J-1', ...at });
const entities = (event: ReturnType<typeof recorded>) => fact.reads[event.type]!(event);

describe('events recorded after the close of their month', () => {
  it('given an event recorded within the month that follows, keeps nothing of it', () => {
    expect([entities(recorded('2020-07-02')), entities(recorded('2020-07-03'))]).toEqual([
      [],
      ['urn:mca:310105:specs J-1'],
    ]);
  });

  it('given a late event and a late correction, tells a late report from a restated month', () => {
    const late = recorded('2020-08-01');
    const correction = recorded('2020-09-01', { correctionOf: '01725b0c-0000-7000-8000-00000000ffff' });
    expect(
      givenHistory(fact, [late, correction])
        .folded(entities(late)[0]!)
        .findings.map(({ rule, severity, detail }) => [rule, severity, detail['case'], detail['recorded']]),
    ).toEqual([
      ['LATE_REPORT', 'info', undefined, '2020-08-01'],
      ['PERIOD_RESTATED', 'info', 'corrected after the close', '2020-09-01'],
    ]);
  });

  it('given a load of history, calls nothing late', () => {
    expect([entities(recorded('2021-07-06')).length, entities(recorded('2021-07-07')).length]).toEqual([
      1, 0,
    ]);
  });

  it('reads no reference data', () => {
    expect(Object.keys(fact.reads).filter((type) => type.includes('.ref.'))).toEqual([]);
  });

  it('leaves what its own fact flags to that fact, so that no event is flagged twice', () => {
    const late = (type: string) => ({ ...recorded('2020-08-01'), type });
    expect(FLAGGED_BY_THEIR_FIGURE.filter((type) => fact.reads[type]!(late(type)).length > 0)).toEqual([]);
    const others = FACTS.filter(({ name }) => name !== fact.name);
    expect(FLAGGED_BY_THEIR_FIGURE.filter((type) => !others.some(({ reads }) => type in reads))).toEqual([]);
  });

  it('is a function of the set of events', () => {
    const event = fc
      .tuple(fc.nat(120), fc.constantFrom('J-1', 'J-2'))
      .map(([days, subject]) => ({ ...recorded('2020-06-01', { subject }), days, id: '' }))
      .map(({ days, ...one }) => ({ ...one, recordedTime: one.recordedTime + days * 86_400_000 }));
    assertSetPrinciple(fact, withAmendments(fc.array(event, { maxLength: 8 })), { numRuns: 80 });
  });
});
