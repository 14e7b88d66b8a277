import type { FactDefinition, FactEvent, FactRow, FoldResult, MeasureDefinition } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { stock } from '../measure.js';
import { levelOfRegion, placeOfRegion } from '../place.js';
import { people } from '../protected-measure.js';
import { type Published, restated, seriesOf } from '../published-series.js';
import { stretchRow } from '../row.js';

export const PUBLISHED = 'cn.gov.mca.survey.result.published';

type Result = EventOf<typeof PUBLISHED>;

const COUNTS = {
  'survey.sampled': 'sample',
  'survey.valid': 'valid',
  'survey.satisfied': 'satisfied',
  'survey.very-dissatisfied': 'veryDissatisfied',
} as const;

const roundOf = ({ data }: Result): string => data.round;

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const results = history as readonly Result[];
  const { figures, superseded } = seriesOf(results, { periodOf: roundOf, fromOf: ({ day }) => day });
  return { rows: figures.flatMap(rowsOf), findings: restated(superseded, roundOf) };
}

function rowsOf(figure: Published<Result>): FactRow[] {
  const { data } = figure.event;
  const dims = { survey: data.survey, level: levelOfRegion(data.region) };
  return Object.entries(COUNTS)
    .map(([measure, count]) =>
      stretchRow(figure, placeOfRegion(data.region), { measure, dims, amount: data[count] }),
    )
    .filter(({ amount }) => amount > 0);
}

const answers = (name: keyof typeof COUNTS, zh: string, en: string): MeasureDefinition =>
  people(stock(name, '人', zh, en));

/** Results of surveys, as counts: the newest round holds until the next. Rates are divided once, where they are asked for. */
export const fact: FactDefinition = {
  name: 'survey.results',
  titles: { zh: '满意度调查', en: 'Surveys' },
  measures: [
    answers('survey.sampled', '样本数', 'Persons asked'),
    answers('survey.valid', '有效样本数', 'Valid answers'),
    answers('survey.satisfied', '满意数', 'Satisfied answers'),
    answers('survey.very-dissatisfied', '非常不满意数', 'Very dissatisfied answers'),
  ],
  reads: { [PUBLISHED]: ({ data }: Result) => [`${data.survey}:${data.region}`] },
  fold,
};
