import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { caseTexts, rowTexts } from '../case-texts.fixture.spec.js';
import { OBJECTED, PUBLISHED, WITHDRAWN, fact } from './exchange-records.fact.js';

const record = { resource: 'SOCIALORG_STATUS', recordKey: 'k-1' };
const key = 'SOCIALORG_STATUS:k-1';
const published = (version: number, time: string) =>
  factEvent(PUBLISHED, { ...record, version, payload: [] }, { time });
const withdrawn = (time: string) =>
  factEvent(WITHDRAWN, { ...record, version: 1, reason: 'WRONG' }, { time });
const objected = (time: string) =>
  factEvent(OBJECTED, { ...record, objectionId: 'o-1', requestId: null }, { time });

describe('shared records', () => {
  it('count once, whatever their version, until they are withdrawn', () => {
    expect(
      rowTexts(fact, key, [published(1, '2023-06-01'), published(2, '2023-07-01'), withdrawn('2023-08-01')]),
    ).toEqual([
      'records 1 2023-06-01/2023-07-01 SOCIALORG_STATUS',
      'records 1 2023-07-01/2023-08-01 SOCIALORG_STATUS',
    ]);
  });

  it('given two versions on one day, counts the record once', () => {
    expect(rowTexts(fact, key, [published(1, '2023-06-01'), published(2, '2023-06-01')])).toEqual([
      'records 1 2023-06-01 SOCIALORG_STATUS',
    ]);
  });

  it.each([
    [
      'an old version',
      [published(2, '2023-06-01'), published(2, '2023-07-01')],
      'STATE: version not newer than the last',
    ],
    [
      'a version left out',
      [published(1, '2023-06-01'), published(3, '2023-07-01')],
      'SEQ_GAP: version left out',
    ],
    ['a withdrawal of nothing', [withdrawn('2023-06-01')], 'MISSING_PREDECESSOR: withdrawn before published'],
    [
      'a second withdrawal',
      [published(1, '2023-06-01'), withdrawn('2023-07-01'), withdrawn('2023-08-01')],
      'STATE: withdrawn twice',
    ],
    [
      'an objection to nothing',
      [objected('2023-06-01')],
      'MISSING_PREDECESSOR: objection to an unknown record',
    ],
    [
      'an objection before the record',
      [objected('2023-05-31'), published(1, '2023-06-01'), objected('2023-06-02')],
      'STATE: objection before the record',
    ],
  ])('given %s, reports it', (_, history, expected) => {
    expect(caseTexts(fact, key, history)).toEqual([expected]);
  });
});
