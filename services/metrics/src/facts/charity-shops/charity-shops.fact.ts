import type { FactDefinition, FactEvent } from '@minhai/facts';
import { ofType } from '../event-kind.js';
import { stock } from '../measure.js';
import { tenureRow } from '../row.js';
import { foldOfSites, readsOfStreetEntity, streetEntityOf } from '../street-site.js';

export const OPENED = 'cn.gov.mca.charity.shop.opened';
export const CLOSED = 'cn.gov.mca.charity.shop.closed';

type ShopEvent = FactEvent<{ shopId: string }>;

const fold = foldOfSites({
  isOpening: ofType(OPENED),
  isClosing: ofType(CLOSED),
  siteOf: ({ data }: ShopEvent) => data.shopId,
  rowsOf: (shop) => [
    tenureRow(shop, 'charity.shops', { standardised: shop.begin.data.standardised ? 'YES' : 'NO' }),
  ],
  covered: 'charity.shop-covered-streets',
});

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
  fold,
};
