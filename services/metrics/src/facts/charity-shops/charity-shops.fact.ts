import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import { ofType } from '../event-kind.js';
import { stock } from '../measure.js';
import { presencesOf } from '../presence.js';
import {
  closedNowhere,
  coveredStreet,
  isStreetEntity,
  readsOfStreetEntity,
  streetEntityOf,
} from '../street-site.js';

export const OPENED = 'cn.gov.mca.charity.shop.opened';
export const CLOSED = 'cn.gov.mca.charity.shop.closed';

type ShopEvent = FactEvent<{ shopId: string }>;

const isClosed = ofType(CLOSED);
const TURNS = { opens: ofType(OPENED), closes: isClosed, opened: 'opened', closed: 'closed' };

function foldShop(history: readonly FactEvent<any>[]): FoldResult {
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
    findings: [...findings, ...history.filter(isClosed).flatMap(closedNowhere)],
  };
}

const foldStreet = (history: readonly FactEvent<any>[], entity: string): FoldResult =>
  coveredStreet(
    history,
    entity,
    { keyOf: ({ data }: ShopEvent) => data.shopId, isBegin: TURNS.opens, begun: 'opened', ended: 'closed' },
    { measure: 'charity.shop-covered-streets', dims: {} },
  );

const ofShop = (event: ShopEvent): string[] => [event.data.shopId, ...streetEntityOf(event)];

/** 慈善超市 that are open, and the 街镇 that have one. */
export const fact: FactDefinition = {
  name: 'charity.shops',
  titles: { zh: '慈善超市', en: 'Charity shops' },
  version: 2,
  measures: [
    stock('charity.shops', '家', '慈善超市', 'Charity shops open at the date'),
    stock('charity.shop-covered-streets', '个', '有慈善超市的街镇', '街镇 with a charity shop'),
  ],
  reads: { [OPENED]: ofShop, [CLOSED]: ofShop, ...readsOfStreetEntity },
  fold: (history, entity) => (isStreetEntity(entity) ? foldStreet(history, entity) : foldShop(history)),
};
