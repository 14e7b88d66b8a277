import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { outOfState } from '../finding.js';
import { stock } from '../measure.js';
import { flowRow } from '../row.js';

const OPENED = 'cn.gov.mca.child.ward.opened';

type Opened = EventOf<typeof OPENED>;

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const [first, ...further] = history as readonly Opened[];
  if (!first) return { rows: [], findings: [] };
  return {
    rows: [flowRow(first, 'child.wards', {})],
    findings: further.map((event) => outOfState(event, 'opened twice')),
  };
}

/** Children’s wards in welfare institutions, one to an institution; nothing in the catalogue closes one. */
export const fact: FactDefinition = {
  name: 'child.wards',
  titles: { zh: '福利院内设儿童部', en: 'Children’s wards in welfare institutions' },
  measures: [stock('child.wards', '个', '儿童部', 'Children’s wards')],
  reads: { [OPENED]: ({ data }: Opened) => [data.institutionId] },
  fold,
};
