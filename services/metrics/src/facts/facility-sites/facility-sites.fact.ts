import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import { CHANGED, CLOSED, OPENED } from '../community-facility/facility-phases.js';
import type { EventOf } from '../event-kind.js';
import { stock } from '../measure.js';
import { claimsOf } from './claims.js';
import { areaRows, siteDaysOf } from './site-area.js';
import { contradictions } from './site-findings.js';

function fold(history: readonly FactEvent<any>[], siteId: string): FoldResult {
  const days = siteDaysOf(claimsOf(history, siteId));
  return { rows: areaRows(days), findings: contradictions(days) };
}

const named = (...siteIds: readonly (string | null)[]): string[] => [
  ...new Set(siteIds.filter((siteId) => siteId !== null)),
];

/**
 * The floor area of a site once, however many facilities share it. An event belongs to the sites it names; one that
 * ought to name its site and does not is a finding of the facility.
 */
export const fact: FactDefinition = {
  name: 'eldercare.facility-sites',
  titles: { zh: '社区养老服务设施场所', en: 'Sites of community elder-care facilities' },
  measures: [
    {
      ...stock(
        'eldercare.facility-area',
        '平方米',
        '社区养老服务设施建筑面积',
        'Floor area of sites, each counted once',
      ),
      scale: 2,
    },
  ],
  reads: {
    [OPENED]: ({ data }: EventOf<typeof OPENED>) => named(data.siteId),
    [CHANGED]: ({ data }: EventOf<typeof CHANGED>) => named(data.siteId, data.fromSiteId),
    [CLOSED]: ({ data }: EventOf<typeof CLOSED>) => named(data.siteId),
  },
  fold,
};
