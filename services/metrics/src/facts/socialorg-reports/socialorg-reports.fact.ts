import { lastDayOfMonth } from '@minhai/domain';
import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { isReportedLate, lateReport } from '../finding.js';
import { stock } from '../measure.js';
import { levelOfRegion, placeOfRegion } from '../place.js';
import { restated, seriesOf } from '../published-series.js';
import { stretchRow } from '../row.js';

export const REPORTED = 'cn.gov.mca.socialorg.stock.reported';

type Report = EventOf<typeof REPORTED>;

const monthOf = ({ data }: Report): string => data.period;

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { figures, standing, superseded } = seriesOf(history as readonly Report[], {
    periodOf: monthOf,
    fromOf: ({ data }) => lastDayOfMonth(data.period),
  });
  return {
    rows: figures
      .filter(({ event }) => event.data.count > 0)
      .map((figure) => {
        const { region, kind, count } = figure.event.data;
        return stretchRow(figure, placeOfRegion(region), {
          measure: 'socialorg.registered-reported',
          dims: { kind, level: levelOfRegion(region) },
          amount: count,
        });
      }),
    findings: [...restated(superseded, monthOf), ...standing.filter(isReportedLate).map(lateReport)],
  };
}

/** Social organisations as reported in sum for years before the register: never added to those registered one by one. */
export const fact: FactDefinition = {
  name: 'socialorg.reports',
  titles: { zh: '社会组织数月报', en: 'Monthly reports of social organisations' },
  measures: [
    stock(
      'socialorg.registered-reported',
      '家',
      '汇总上报的社会组织',
      'Organisations reported in sum, by kind and level of the region',
    ),
  ],
  reads: { [REPORTED]: ({ data }: Report) => [`${data.region}:${data.kind}`] },
  fold,
};
