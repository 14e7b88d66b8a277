import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { finding } from '../finding.js';
import { stock } from '../measure.js';
import { levelOfRegion, placeOfRegion } from '../place.js';
import { seriesOf } from '../published-series.js';
import { stretchRow } from '../row.js';

export const PUBLISHED = 'cn.gov.mca.ref.standard.published';

type Standard = EventOf<typeof PUBLISHED>;

const monthOf = ({ data }: Standard): string => data.effectiveMonth;

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { figures, superseded } = seriesOf(history as readonly Standard[], {
    periodOf: monthOf,
    fromOf: ({ data }) => `${data.effectiveMonth}-01`,
  });
  return {
    rows: figures.map((figure) => {
      const { region, item, amountFen } = figure.event.data;
      return stretchRow(figure, placeOfRegion(region), {
        measure: 'reference.standards',
        dims: { item, level: levelOfRegion(region) },
        amount: amountFen,
      });
    }),
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
