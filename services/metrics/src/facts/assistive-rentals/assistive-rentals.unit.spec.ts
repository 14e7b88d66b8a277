import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { CLOSED, OPENED } from '../assistive-rental-points/assistive-rental-points.fact.js';
import { RECORDED, REPORTED, fact } from './assistive-rentals.fact.js';

const opened = (time: string) =>
  factEvent(OPENED, { pointId: 'p-1', name: '示例租赁点', operatorUsci: null }, { time });
const closed = (time: string) => factEvent(CLOSED, { pointId: 'p-1', reason: 'CEASED' }, { time });
const rented = (rentalNo: string, time: string, subsidyFen = 300) =>
  factEvent(
    RECORDED,
    { rentalNo, pointId: 'p-1', deviceClass: 'MOBILITY', depositFen: 0, subsidyFen },
    { time },
  );
const reported = (count: number, subsidyFen: number) =>
  factEvent(
    REPORTED,
    { region: '310105001', deviceClass: 'MOBILITY', period: '2022-03', count, subsidyFen },
    { time: '2022-03-31' },
  );
const at = (entity: string, ...events: FactEvent<any>[]) => {
  const { rows, findings } = givenHistory(fact, events).folded(entity);
  return {
    amounts: rows.map(({ measure, dims, amount }) => [measure, dims['record'], amount]),
    cases: findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`),
  };
};

describe('rentals of assistive devices', () => {
  it('given an open point, counts each number once, with its subsidy', () => {
    const history = [opened('2022-01-01'), rented('r-1', '2022-03-01'), rented('r-1', '2022-03-02')];
    expect(at('point:p-1', ...history)).toEqual({
      amounts: [
        ['assistive.rentals', 'RENTAL', 1],
        ['assistive.rental-subsidy-fen', 'RENTAL', 300],
      ],
      cases: ['STATE: rented twice'],
    });
  });

  it('given no open point, counts the rental all the same and reports it', () => {
    expect(at('point:p-1', rented('r-1', '2022-03-01', 0))).toEqual({
      amounts: [['assistive.rentals', 'RENTAL', 1]],
      cases: ['MISSING_PREDECESSOR: rented before the point opened'],
    });
    const history = [opened('2022-01-01'), closed('2022-02-01'), rented('r-1', '2022-03-01')];
    expect(at('point:p-1', ...history).cases).toEqual(['STATE: rented at a closed point']);
  });

  it('given a monthly report, adds what it says beyond the single records', () => {
    expect(at('month:310105:2022-03', reported(5, 1000), rented('r-1', '2022-03-01')).amounts).toEqual([
      ['assistive.rentals', 'REPORT', 4],
      ['assistive.rental-subsidy-fen', 'REPORT', 700],
    ]);
  });
});
