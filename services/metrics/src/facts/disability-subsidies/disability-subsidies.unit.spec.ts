import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { GRANTED, REPORTED, TERMINATED, fact } from './disability-subsidies.fact.js';

const personRef = 'per_00000001';
const granted = (fromMonth: string, level = 'LEVEL_1', kind = 'NURSING') =>
  factEvent(
    GRANTED,
    { personRef, kind, level, amountFenPerMonth: 30_000, fromMonth, caseId: null },
    { time: `${fromMonth}-05` },
  );
const terminated = (fromMonth: string, time = `${fromMonth}-01`) =>
  factEvent(TERMINATED, { personRef, kind: 'NURSING', fromMonth, reason: null }, { time });
const reported = (persons: number, region = '310105') =>
  factEvent(
    REPORTED,
    { region, kind: 'LIVING', period: '2020-03', persons, amountFen: persons * 100 },
    { time: '2020-03-31', street: region.length > 6 ? region : undefined },
  );
const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded(`${personRef}:NURSING`);
const spans = (...events: FactEvent<any>[]) =>
  fold(...events)
    .rows.filter(({ measure }) => measure === 'disability.subsidised')
    .map(({ dims, validFrom, validUntil }) => [dims['level'], validFrom, validUntil]);
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

describe('subsidies to persons with a disability', () => {
  it('given a change of level, the new grant takes the place of the one that ends in its month', () => {
    const history = [granted('2020-01'), terminated('2020-07'), granted('2020-07', 'LEVEL_2')];
    expect(spans(...history)).toEqual([
      ['LEVEL_1', '2020-01-01', '2020-07-01'],
      ['LEVEL_2', '2020-07-01', null],
    ]);
    expect(cases(...history)).toEqual([]);
  });

  it('given a second grant of a kind while one stands, counts one and reports it', () => {
    expect(spans(granted('2020-01'), granted('2020-05'))).toEqual([['LEVEL_1', '2020-01-01', null]]);
    expect(cases(granted('2020-01'), granted('2020-05'))).toEqual(['STATE: granted twice']);
  });

  it('given an end decided before its grant, the months decide', () => {
    expect(spans(granted('2020-01'), terminated('2020-04', '2019-12-20'))).toEqual([
      ['LEVEL_1', '2020-01-01', '2020-04-01'],
    ]);
    expect(cases(terminated('2020-04'))).toEqual(['MISSING_PREDECESSOR: terminated before granted']);
  });

  it('given a second end, the first month holds and the second is reported', () => {
    const history = [granted('2020-01'), terminated('2020-06'), terminated('2020-04')];
    expect(spans(...history)).toEqual([['LEVEL_1', '2020-01-01', '2020-04-01']]);
    expect(cases(...history)).toEqual(['STATE: terminated twice']);
  });

  it('keeps the two kinds apart: a person may have both', () => {
    expect(fact.reads[GRANTED]!(granted('2020-01'))).not.toEqual(
      fact.reads[GRANTED]!(granted('2020-01', 'LEVEL_1', 'LIVING')),
    );
  });

  it('given reports of a month, a district holds its streets', () => {
    const { rows } = givenHistory(fact, [reported(30), reported(12, '310105001')]).folded(
      'month:310105:2020-03',
    );
    expect(
      rows
        .filter(({ measure }) => measure === 'disability.reported-person-months')
        .map(({ street, amount }) => [street, amount]),
    ).toEqual([
      ['310105001', 12],
      ['unknown', 18],
    ]);
  });
});
