import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import { ofType } from '../event-kind.js';
import { stock } from '../measure.js';
import { presencesOf } from '../presence.js';

export const OPENED = 'cn.gov.mca.charity.shop.opened';
export const CLOSED = 'cn.gov.mca.charity.shop.closed';

const TURNS = { opens: ofType(OPENED), closes: ofType(CLOSED), opened: 'opened', closed: 'closed' };

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { presences, findings } = presencesOf(history, TURNS);
  return {
    rows: presences.map(({ begin, place, from, until, causes }) => ({
      measure: 'charity.shops',
      ...place,
      dims: { standardised: begin.data.standardised ? 'YES' : 'NO' },
      amount: 1,
      validFrom: from,
      validUntil: until,
      causes,
    })),
    findings,
  };
}

const ofShop = (event: FactEvent<{ shopId: string }>): string[] => [event.data.shopId];

/** 慈善超市 that are open. */
export const fact: FactDefinition = {
  name: 'charity.shops',
  titles: { zh: '慈善超市', en: 'Charity shops' },
  measures: [stock('charity.shops', '家', '慈善超市', 'Charity shops open at the date')],
  reads: { [OPENED]: ofShop, [CLOSED]: ofShop },
  fold,
};
