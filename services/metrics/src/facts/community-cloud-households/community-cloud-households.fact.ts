import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { countedInTurn, overlapsOf } from '../counted-once.js';
import { type EventOf, ofType } from '../event-kind.js';
import { finding, isReportedLate, lateReport } from '../finding.js';
import { stock } from '../measure.js';
import { placeOfVillage } from '../place.js';
import { people } from '../protected-measure.js';
import { stretchRow } from '../row.js';
import { type Tenure, byBegin, tenuresOf } from '../tenure.js';

export const REGISTERED = 'cn.gov.mca.community.cloud.household.registered';
export const DEREGISTERED = 'cn.gov.mca.community.cloud.household.deregistered';

type Registered = EventOf<typeof REGISTERED>;

/** A move is a deregistration and a registration; until the old one ends the household counts where it was. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { tenures, findings } = tenuresOf(history, {
    isBegin: ofType(REGISTERED),
    isEnd: ofType(DEREGISTERED),
    keyOf: ({ data }: Registered | EventOf<typeof DEREGISTERED>) => data.villageId,
    begun: 'registered',
    ended: 'deregistered',
  });
  const registrations = tenures.toSorted(byBegin);
  return {
    rows: countedInTurn(registrations).map(rowOf),
    findings: [
      ...findings,
      ...overlapsOf(registrations).map(inTwoVillages),
      ...history.filter(isReportedLate).map(lateReport),
    ],
  };
}

const rowOf = (registration: Tenure<Registered>): FactRow =>
  stretchRow(registration, placeOfVillage(registration.begin), {
    measure: 'community.cloud-households',
    dims: {},
  });

const inTwoVillages = ([earlier, later]: readonly [Registered, Registered]): Finding =>
  finding('STATE', [earlier, later], { case: 'registered in two villages at once', day: later.day });

const ofHousehold = (event: FactEvent<{ householdRef: string }>): string[] => [event.data.householdRef];

/** Households on 社区云, registered one by one; a household counts once. */
export const fact: FactDefinition = {
  name: 'community.cloud-households',
  titles: { zh: '社区云注册家庭', en: 'Households on the community cloud' },
  measures: [
    people(
      stock('community.cloud-households', '户', '逐户登记的社区云家庭', 'Households registered one by one'),
    ),
  ],
  reads: { [REGISTERED]: ofHousehold, [DEREGISTERED]: ofHousehold },
  fold,
};
