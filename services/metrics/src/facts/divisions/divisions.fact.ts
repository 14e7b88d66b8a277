import { UNKNOWN_STREET, districtOf } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import { CHANGED, type Change, type Version, versionsOf } from './versions.js';

const COUNTED_LEVELS: readonly string[] = ['DISTRICT', 'STREET', 'VILLAGE'];

function fold(history: readonly FactEvent<any>[], code: string): FoldResult {
  const { versions, findings } = versionsOf(history);
  return { rows: versions.flatMap((version) => rowsOf(version, code)), findings };
}

const rowsOf = ({ from, until, level, causes }: Version, code: string): FactRow[] =>
  !COUNTED_LEVELS.includes(level) || (until !== null && until <= from)
    ? []
    : [
        {
          measure: 'reference.divisions',
          district: districtOf(code),
          street: level === 'DISTRICT' ? UNKNOWN_STREET : code.slice(0, 9),
          dims: { level },
          amount: 1,
          validFrom: from,
          validUntil: until,
          causes,
        },
      ];

/** Districts, 街镇 and 居村 that stand at a date: the denominator of every coverage figure. */
export const fact: FactDefinition = {
  name: 'reference.divisions',
  titles: { zh: '行政区划', en: 'Administrative divisions' },
  measures: [
    {
      name: 'reference.divisions',
      kind: 'stock',
      unit: '个',
      scale: 0,
      titles: { zh: '区划数', en: 'Divisions in force, by level' },
    },
  ],
  reads: { [CHANGED]: ({ data }: Change) => [data.code] },
  fold,
};
