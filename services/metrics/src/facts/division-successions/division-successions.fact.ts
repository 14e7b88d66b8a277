import { districtOf } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import { CHANGED, type Change, endOf, isEnding } from '../divisions/versions.js';
import { stock } from '../measure.js';

/** Each end counts until the 街镇 stands again or ends anew. */
function fold(history: readonly FactEvent<any>[], code: string): FoldResult {
  const changes = (history as readonly Change[])
    .filter(({ data }) => data.level === 'STREET')
    .map((change) => {
      const ends = isEnding(change);
      return { change, ends, day: ends ? endOf(change) : change.data.validFrom };
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const rows = changes.flatMap(({ change, ends, day }, i): FactRow[] => {
    const next = changes[i + 1];
    if (!ends || next?.day === day) return [];
    return [
      {
        measure: 'reference.division-successions',
        district: districtOf(code),
        street: code,
        dims: { successors: [...new Set(change.data.successors)].sort().join(' ') },
        amount: 1,
        validFrom: day,
        validUntil: next?.day ?? null,
        causes: next ? [change.id, next.change.id] : [change.id],
      },
    ];
  });
  return { rows, findings: [] };
}

/** 街镇 that no longer stand, and which ones took over: what “as organised now” follows. */
export const fact: FactDefinition = {
  name: 'reference.division-successions',
  titles: { zh: '街镇撤并承继', en: 'Successions of 街镇' },
  measures: [
    stock(
      'reference.division-successions',
      '个',
      '已撤并街镇（按承继街镇）',
      '街镇 that no longer stand, by those that took over',
    ),
  ],
  reads: { [CHANGED]: ({ data }: Change) => [data.code] },
  fold,
};
