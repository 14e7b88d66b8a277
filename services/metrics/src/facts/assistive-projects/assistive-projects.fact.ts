import { isWithinRegion } from '@minhai/domain';
import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { outOfState } from '../finding.js';
import { stock } from '../measure.js';
import { placeOf } from '../place.js';

export const REGISTERED = 'cn.gov.mca.assistive.project.registered';

type Registered = EventOf<typeof REGISTERED>;

/** A project is registered once; nothing in the catalogue ends it. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const [first, ...further] = history as readonly Registered[];
  if (!first) return { rows: [], findings: [] };
  const { kind, siteRegion } = first.data;
  return {
    rows: [
      {
        measure: 'assistive.projects',
        ...placeOf(first),
        // Parks are built with the neighbours in the delta: not all lie in the district that counts them.
        dims: { kind, site: isWithinRegion(siteRegion, first.regionId) ? 'OWN' : 'ELSEWHERE' },
        amount: 1,
        validFrom: first.day,
        validUntil: null,
        causes: [first.id],
      },
    ],
    findings: further.map((event) => outOfState(event, 'registered twice')),
  };
}

/** Projects of the assistive-device industry, by kind, counted in the district that registers them. */
export const fact: FactDefinition = {
  name: 'assistive.projects',
  titles: { zh: '康复辅助器具产业项目', en: 'Projects of the assistive-device industry' },
  measures: [stock('assistive.projects', '个', '康复辅助器具产业项目', 'Projects registered, by kind')],
  reads: { [REGISTERED]: ({ regionId, data }: Registered) => [`${regionId}:${data.projectId}`] },
  fold,
};
