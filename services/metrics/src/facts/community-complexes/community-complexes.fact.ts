import { parseDecimal, rescale } from '@minhai/domain';
import type { FactDefinition, FactRow } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { stock } from '../measure.js';
import { tenureRow } from '../row.js';
import { foldOfSites, readsOfStreetEntity, streetEntityOf } from '../street-site.js';
import type { Tenure } from '../tenure.js';

export const OPENED = 'cn.gov.mca.community.facility.opened';
export const CLOSED = 'cn.gov.mca.community.facility.closed';

type Opened = EventOf<typeof OPENED>;
type SiteEvent = Opened | EventOf<typeof CLOSED>;

function rowsOf(site: Tenure<Opened>): FactRow[] {
  const { kind, newTown, floorAreaM2 } = site.begin.data;
  const dims = { kind, newTown: newTown === null ? 'UNKNOWN' : newTown ? 'YES' : 'NO' };
  const hundredths = Number(rescale(parseDecimal(floorAreaM2)!, 2).unscaled);
  return [
    tenureRow(site, 'community.facilities', dims),
    ...(hundredths > 0 ? [tenureRow(site, 'community.facility-area', dims, hundredths)] : []),
  ];
}

const fold = foldOfSites({
  isOpening: ofType(OPENED),
  isClosing: ofType(CLOSED),
  siteOf: ({ data }: SiteEvent) => data.facilityId,
  rowsOf,
  covered: 'community.complex-covered-streets',
  // 社区综合服务设施; the other kinds are parts of what a 街镇 offers and cover nothing by themselves.
  isCovering: ({ data }) => data.kind === 'COMPREHENSIVE',
});

const ofSite = (event: SiteEvent): string[] => [`site:${event.data.facilityId}`, ...streetEntityOf(event)];

/** Facilities of community service that are open, their area, and the 街镇 that have a comprehensive one. */
export const fact: FactDefinition = {
  name: 'community.complexes',
  titles: { zh: '社区综合服务设施', en: 'Community service facilities' },
  measures: [
    stock('community.facilities', '个', '社区服务设施', 'Community service facilities open, by kind'),
    {
      ...stock('community.facility-area', '平方米', '社区服务设施建筑面积', 'Their floor area'),
      scale: 2,
    },
    stock(
      'community.complex-covered-streets',
      '个',
      '有社区综合服务设施的街镇',
      '街镇 with a comprehensive community facility',
    ),
  ],
  reads: { [OPENED]: ofSite, [CLOSED]: ofSite, ...readsOfStreetEntity },
  fold,
};
