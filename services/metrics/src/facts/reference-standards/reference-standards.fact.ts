import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { finding } from '../finding.js';
import { stock } from '../measure.js';
import { levelOfRegion, placeOfRegion } from '../place.js';
import { seriesOf } from '../published-series.js';

export const PUBLISHED = 'cn.gov.mca.ref.standard.published';

type Standard = EventOf<typeof PUBLISHED>;

const monthOf = ({ data }: Standard): string => data.effectiveMonth;

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { figures, superseded } = seriesOf(history as readonly Standard[], {
    periodOf: monthOf,
    fromOf: ({ data }) => `${data.effectiveMonth}-01`,
  });
  return {
    rows: figures.map(({ event: { data }, from, until, causes }): FactRow => ({
      measure: 'reference.standards',
      ...placeOfRegion(data.region),
      dims: { item: data.item, level: levelOfRegion(data.region) },
      amount: data.amountFen,
      validFrom: from,
      validUntil: until,
      causes,
    })),
    findings: superseded.map(([earlier, later]) =>
      finding('STATE', [earlier, later], { case: 'two standards of one month', month: monthOf(later) }),
    ),
  };
}

/** Standards of relief per person and month: one to an item and month; each holds until the next. */
export const fact: FactDefinition = {
  name: 'reference.standards',
  titles: { zh: '救助标准', en: 'Relief standards' },
  measures: [stock('reference.standards', '分', '每人每月标准', 'Standard per person and month, in fen')],
  reads: { [PUBLISHED]: ({ data }: Standard) => [`${data.region}:${data.item}`] },
  fold,
};
