import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import { CHANGED, CLOSED, OPENED } from '../community-facility/facility-phases.js';
import { CAPACITY_CHANGED } from '../community-facility/meal-capacity.js';
import { ofType } from '../event-kind.js';
import { groupBy } from '../group-by.js';
import { claimsOf } from './claims.js';
import { areaRows, siteDaysOf } from './site-area.js';
import { contradictions, mealsElsewhere } from './site-findings.js';

const isCapacityEvent = ofType(CAPACITY_CHANGED);

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const changes = history.filter(isCapacityEvent);
  const claims = claimsOf(history.filter((event) => !isCapacityEvent(event)));
  const sites = [...groupBy(claims, ({ siteId }) => siteId).values()].map(siteDaysOf);
  const events = new Map(history.map((event) => [event.id, event]));
  return {
    rows: sites.flatMap(areaRows),
    findings: [
      ...sites.flatMap((days) => contradictions(days, (id) => events.get(id)!)),
      ...mealsElsewhere(changes, claims),
    ],
  };
}

const ofDistrict = ({ regionId }: FactEvent): string[] => [regionId];

/**
 * The floor area of every site once, however many facilities share it. Closings name the facility and not its site,
 * so the smallest history that tells what stands on a site is the district's.
 */
export const fact: FactDefinition = {
  name: 'eldercare.facility-sites',
  titles: { zh: '社区养老服务设施场所', en: 'Sites of community elder-care facilities' },
  measures: [
    {
      name: 'eldercare.facility-area',
      kind: 'stock',
      unit: '平方米',
      scale: 2,
      titles: { zh: '社区养老服务设施建筑面积', en: 'Floor area of sites, each counted once' },
    },
  ],
  reads: {
    [OPENED]: ofDistrict,
    [CHANGED]: ofDistrict,
    [CLOSED]: ofDistrict,
    [CAPACITY_CHANGED]: ofDistrict,
  },
  fold,
};
