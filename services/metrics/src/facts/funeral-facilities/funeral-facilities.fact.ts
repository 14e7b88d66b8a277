import { districtOf, isTownCode } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import { coverageOf, ofNamedStreet, readsOfStreet, standingOf } from '../covered-days.js';
import { type EventOf, ofType } from '../event-kind.js';
import { stock } from '../measure.js';
import { stretchRow, tenureRow } from '../row.js';
import { type Tenure, tenuresOf } from '../tenure.js';

export const OPENED = 'cn.gov.mca.funeral.facility.opened';

type Opening = EventOf<typeof OPENED>;

const facilityRow = (facility: Tenure<Opening>): FactRow =>
  tenureRow(facility, 'funeral.facilities', { kind: facility.begin.data.kind });

/** Only towns (镇) are rural and need a columbarium of their own; 街道 do not count, whatever they have. */
function foldTown(
  history: readonly FactEvent<any>[],
  street: string,
  facilities: readonly Tenure<Opening>[],
): FoldResult {
  if (!isTownCode(street)) return { rows: [], findings: [] };
  const towns = standingOf(history).map((standing) =>
    stretchRow(standing, { district: districtOf(street), street }, { measure: 'funeral.towns', dims: {} }),
  );
  const coverage = coverageOf(history, street, {
    measure: 'funeral.columbarium-towns',
    dims: {},
    by: facilities.filter(({ begin }) => begin.data.kind === 'PUBLIC_COLUMBARIUM'),
  });
  return { rows: [...towns, ...coverage.rows], findings: coverage.findings };
}

function fold(history: readonly FactEvent<any>[], street: string): FoldResult {
  const { tenures, findings } = tenuresOf(history, {
    isBegin: ofType(OPENED),
    isEnd: () => false,
    keyOf: ({ data }: Opening) => data.facilityId,
    begun: 'opened',
    ended: 'closed',
  });
  const town = foldTown(history, street, tenures);
  return { rows: [...tenures.map(facilityRow), ...town.rows], findings: [...findings, ...town.findings] };
}

/** Funeral facilities of a 街镇, and whether a town has a public columbarium. No event closes one. */
export const fact: FactDefinition = {
  name: 'funeral.facilities',
  titles: { zh: '殡葬设施', en: 'Funeral facilities' },
  measures: [
    stock('funeral.facilities', '处', '殡葬设施', 'Funeral facilities'),
    stock('funeral.towns', '个', '镇', 'Towns (镇), without 街道'),
    stock('funeral.columbarium-towns', '个', '设有公益性骨灰堂的镇', 'Towns with a public columbarium'),
  ],
  reads: { [OPENED]: ofNamedStreet, ...readsOfStreet },
  fold,
};
