import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { caseTexts, rowTexts } from '../case-texts.fixture.spec.js';
import { ACTIVATED, ENDED, REQUESTED } from './agreement-events.js';
import { fact } from './exchange-agreements.fact.js';

const activated = (time: string, validTo: string) =>
  factEvent(
    ACTIVATED,
    {
      agreementId: 'y-1',
      regions: ['31', '32'],
      resources: ['MARRIAGE_STATUS'],
      purposes: ['MARRIAGE_REGISTRATION'],
      validTo,
    },
    { time },
  );
const ended = (time: string) => factEvent(ENDED, { agreementId: 'y-1', reason: 'BREACH' }, { time });
const requested = (time: string, other: object = {}) =>
  factEvent(
    REQUESTED,
    {
      requestId: 'q-1',
      fromRegion: '31',
      toRegion: '32',
      resource: 'MARRIAGE_STATUS',
      purpose: 'MARRIAGE_REGISTRATION',
      ...other,
    },
    { time },
  );
const requests = (...history: Parameters<typeof caseTexts>[2][number][]) =>
  caseTexts(fact, 'requests:2023', history);
const NONE = 'AUTHORISATION: request without an active agreement';

describe('agreements on exchange', () => {
  it('are in force through their last day or until ended', () => {
    const rows = (...history: Parameters<typeof caseTexts>[2][number][]) =>
      rowTexts(fact, 'agreement:y-1', history);
    expect(rows(activated('2022-01-01', '2023-12-31'))).toEqual(['agreements 1 2022-01-01/2024-01-01']);
    expect(rows(activated('2022-01-01', '2023-12-31'), ended('2023-05-01'))).toEqual([
      'agreements 1 2022-01-01/2023-05-01',
    ]);
    expect(caseTexts(fact, 'agreement:y-1', [ended('2023-05-01')])).toEqual([
      'MISSING_PREDECESSOR: ended before activated',
    ]);
  });

  it('given an end after the end, reports it', () => {
    const history = [activated('2022-01-01', '2023-12-31'), ended('2023-05-01'), ended('2023-06-01')];
    expect(caseTexts(fact, 'agreement:y-1', history)).toEqual(['STATE: ended twice']);
  });

  it('cover a request of either party, for their resources and purposes', () => {
    const agreement = activated('2022-01-01', '2023-12-31');
    expect(requests(agreement, requested('2023-06-01'))).toEqual([]);
    expect(requests(agreement, requested('2023-06-01', { fromRegion: '32', toRegion: '31' }))).toEqual([]);
    expect(requests(agreement, requested('2023-06-01', { toRegion: '33' }))).toEqual([NONE]);
    expect(requests(agreement, requested('2023-06-01', { resource: 'FUNERAL_RECORD' }))).toEqual([
      'AUTHORISATION: resource not in the agreement',
    ]);
    expect(requests(agreement, requested('2023-06-01', { purpose: 'DEATH_NOTICE' }))).toEqual([
      'AUTHORISATION: purpose not in the agreement',
    ]);
  });

  it.each([
    ['before it is active', [activated('2023-06-02', '2023-12-31')], [NONE]],
    ['on its last day', [activated('2022-01-01', '2023-06-01')], []],
    ['after its last day', [activated('2022-01-01', '2023-05-31')], [NONE]],
    ['after its end', [activated('2022-01-01', '2023-12-31'), ended('2023-05-01')], [NONE]],
    ['after a renewal', [activated('2021-01-01', '2022-12-31'), activated('2022-12-01', '2023-12-31')], []],
    ['without any', [], [NONE]],
  ])('given a request %s, judges it', (_, history, expected) => {
    expect(requests(...history, requested('2023-06-01'))).toEqual(expected);
  });

  it('reads an agreement into every year it reaches', () => {
    expect(fact.reads[ACTIVATED]!(activated('2022-01-01', '2023-12-31'))).toEqual([
      'agreement:y-1',
      'requests:2022',
      'requests:2023',
    ]);
    expect(fact.reads[ENDED]!(ended('2023-05-01'))).toHaveLength(12);
  });
});
