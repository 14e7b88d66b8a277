import { type BusinessDay, isStreetCode } from '@minhai/domain';
import type { FactDefinition, FactRow, Finding, FoldResult } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { finding } from '../finding.js';
import { stock } from '../measure.js';
import { placeOfRegion } from '../place.js';
import { type Published, restated, seriesOf } from '../published-series.js';
import { stretchRow } from '../row.js';

const PUBLISHED = 'cn.gov.mca.ref.population.published';

type Publication = EventOf<typeof PUBLISHED>;

const dateOf = ({ data }: Publication): BusinessDay => data.asOf;

function foldSeries(history: readonly Publication[]): FoldResult {
  const { figures, superseded } = seriesOf(history, { periodOf: dateOf, fromOf: dateOf });
  return { rows: figures.map(row), findings: restated(superseded, dateOf) };
}

function row(figure: Published<Publication>): FactRow {
  const { region, measure, value } = figure.event.data;
  return stretchRow(figure, placeOfRegion(region), {
    measure: 'reference.population',
    dims: { measure, level: isStreetCode(region) ? 'STREET' : 'DISTRICT' },
    amount: value,
  });
}

/** Whoever is counted in the first is counted in the second. */
const PARTS = [
  ['HUKOU_60P', 'HUKOU_POP'],
  ['HUKOU_POP_80P', 'HUKOU_60P'],
] as const;

/** Figures of one region and date: a part is no more than the whole. */
function partsOfDate(history: readonly Publication[]): FoldResult {
  const standing = new Map(
    seriesOf(history, { periodOf: ({ data }) => data.measure, fromOf: dateOf }).standing.map((event) => [
      event.data.measure,
      event,
    ]),
  );
  const findings = PARTS.flatMap(([of, within]): Finding[] => {
    const [part, whole] = [standing.get(of), standing.get(within)];
    if (!part || !whole || part.data.value <= whole.data.value) return [];
    const excess = part.data.value - whole.data.value;
    return [
      finding('LIMIT', [whole, part], { case: 'more than the whole', of, within, excess, day: dateOf(part) }),
    ];
  });
  return { rows: [], findings };
}

const DATE = 'date:';

/** Published populations: each holds from its date until the next one. Denominators come from here and nowhere else. */
export const fact: FactDefinition = {
  name: 'reference.population',
  titles: { zh: '人口与家庭户基数', en: 'Population and household figures' },
  measures: [
    stock('reference.population', '人', '公布的人口或户数', 'Published number of persons or households'),
  ],
  version: 2,
  reads: {
    [PUBLISHED]: ({ data }: Publication) => [
      `${data.region}:${data.measure}`,
      `${DATE}${data.region}:${data.asOf}`,
    ],
  },
  fold: (history, entity) =>
    entity.startsWith(DATE)
      ? partsOfDate(history as readonly Publication[])
      : foldSeries(history as readonly Publication[]),
};
