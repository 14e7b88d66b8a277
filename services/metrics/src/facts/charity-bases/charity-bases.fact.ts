import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import { ofType } from '../event-kind.js';
import { stock } from '../measure.js';
import { tenureRow } from '../row.js';
import { tenuresOf } from '../tenure.js';

export const CERTIFIED = 'cn.gov.mca.charity.base.certified';
export const REVOKED = 'cn.gov.mca.charity.base.revoked';

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { tenures, findings } = tenuresOf(history, {
    isBegin: ofType(CERTIFIED),
    isEnd: ofType(REVOKED),
    begun: 'certified',
    ended: 'revoked',
  });
  const standing = tenures.map((tenure) => tenureRow(tenure, 'charity.bases', {}));
  const [first] = standing;
  if (!first) return { rows: [], findings };
  const ever: FactRow = {
    ...first,
    measure: 'charity.bases-ever',
    validUntil: null,
    causes: [first.causes[0]!],
  };
  return { rows: [...standing, ever], findings };
}

const ofBase = (event: FactEvent<{ baseId: string }>): string[] => [event.data.baseId];

/** 公益基地: those certified at the date, and all that ever were. */
export const fact: FactDefinition = {
  name: 'charity.bases',
  titles: { zh: '公益基地', en: 'Public-good bases' },
  measures: [
    stock('charity.bases', '家', '公益基地', 'Public-good bases certified at the date'),
    stock('charity.bases-ever', '家', '累计创建公益基地', 'Public-good bases ever certified'),
  ],
  reads: { [CERTIFIED]: ofBase, [REVOKED]: ofBase },
  fold,
};
