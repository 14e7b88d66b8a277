import type { Column } from '../../terminal/table.js';
import { INDICATOR_COLUMNS, indicatorCells } from './indicator-table.js';
import type { IndicatorAnswer } from '@minhai/metrics';

const NONE = '—';
const BREACH = '‼';

/** The plan's table with the pace that is needed and the one of the last twelve months. */
export const STANDING_COLUMNS: readonly Column[] = [
  ...INDICATOR_COLUMNS,
  { title: '需/年', align: 'right' },
  { title: '近/年', align: 'right' },
  { title: '预计', align: 'right' },
];

export function standingCells(indicator: IndicatorAnswer): string[] {
  const cells = indicatorCells(indicator);
  const { required, actual, projected } = indicator.outlook;
  return [
    ...cells.slice(0, -1),
    `${cells.at(-1)!}${indicator.breach ? ` ${BREACH}` : ''}`,
    required?.perYear ?? NONE,
    actual?.perYear ?? NONE,
    projected ?? NONE,
  ];
}

/** Breaches first, then a sentence for every indicator that is not where its plan wants it. */
export function standingLines(indicators: readonly IndicatorAnswer[]): string[] {
  const breaches = indicators.filter(({ breach }) => breach);
  const others = indicators.filter(({ breach, outlook }) => !breach && isShort(outlook));
  return [...breaches, ...others].flatMap(sentence);
}

/** Something is missing now, or will be. */
const isShort = ({ missing, shortfall }: IndicatorAnswer['outlook']): boolean =>
  [missing, shortfall].some((counted) => counted !== null && Number(counted.amount) > 0);

/** In both languages; none where the plan has no target. */
export function sentence({ id, name, breach, breachReason, outlook }: IndicatorAnswer): string[] {
  const { summary } = outlook;
  if (!breach && !summary) return [];
  const zh = [...(breach ? [breachReason!.zh] : []), ...(summary ? [summary.zh] : [])].join('；');
  const en = [...(breach ? [breachReason!.en] : []), ...(summary ? [summary.en] : [])].join('; ');
  return [`${breach ? BREACH : '·'} ${name.zh}（${id}）：${zh}`, `  ${en}`];
}
