import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { flow } from '../measure.js';
import { once } from '../once.js';
import { flowRow } from '../row.js';

export const GRANTED = 'cn.gov.mca.funeral.subsidy.granted';

type Grant = EventOf<typeof GRANTED>;

const isGrant = (entity: string): boolean => entity.startsWith('grant:');

function foldGrant(grants: readonly Grant[]): FoldResult {
  const { first, findings } = once(grants, 'grant number used twice');
  return { rows: first ? [row(first)] : [], findings };
}

const row = (grant: Grant): FactRow =>
  flowRow(grant, 'funeral.subsidies-fen', { item: grant.data.item }, grant.data.amountFen);

/** Each item once for a deceased person. */
const foldDeceased = (grants: readonly Grant[]): FoldResult => ({
  rows: [],
  findings: once(grants, 'item granted twice', 'DUPLICATE_PERSON').findings,
});

export const fact: FactDefinition = {
  name: 'funeral.subsidies',
  titles: { zh: '殡葬补贴', en: 'Funeral subsidies' },
  measures: [flow('funeral.subsidies-fen', '分', '殡葬补贴金额', 'Funeral subsidies granted, in fen')],
  reads: {
    [GRANTED]: ({ data }: Grant) => [
      `grant:${data.grantId}`,
      ...(data.deceasedRef === null ? [] : [`item:${data.deceasedRef}:${data.item}`]),
    ],
  },
  fold: (history: readonly FactEvent<any>[], entity) => {
    const grants = history.filter(ofType(GRANTED));
    return isGrant(entity) ? foldGrant(grants) : foldDeceased(grants);
  },
};
