import type { Column } from '../../terminal/table.js';
import type { Terminal } from '../../terminal/terminal.js';
import type { CompareAnswer, ShownFigures, IndicatorWithBreakdown, SeriesAnswer } from '@minhai/metrics';
import { WITHHELD, WITHHELD_NOTE } from './withheld.js';
import { STANDING_COLUMNS, sentence, standingCells } from './standing-table.js';

const NONE = '—';

const FIGURES: readonly Column[] = [
  { title: '指标值', align: 'right' },
  { title: '分子', align: 'right' },
  { title: '分母', align: 'right' },
];

const figureCells = ({ value, numerator, denominator, withheld }: ShownFigures): string[] =>
  withheld ? [WITHHELD, WITHHELD, WITHHELD] : [value ?? NONE, numerator ?? NONE, denominator ?? NONE];

/** Said below a table with figures that are not shown. */
function explainWithheld(isAny: boolean, out: Terminal): void {
  if (isAny) out.print(WITHHELD_NOTE);
}

export function printIndicator(indicator: IndicatorWithBreakdown, out: Terminal): void {
  const { id, name, asOf, breakdown, organisation } = indicator;
  out.print(`${name.zh} · ${name.en} (${id}), ${asOf}`);
  out.table(STANDING_COLUMNS, [standingCells(indicator)]);
  for (const line of sentence(indicator)) out.print(line);
  if (breakdown === null) return out.print('Kept for the district only, not by 街镇.');
  out.print('');
  out.table(
    [{ title: '街镇' }, ...FIGURES],
    breakdown.map((row) => [row.street, ...figureCells(row)]),
  );
  explainWithheld(
    [indicator, ...breakdown].some(({ withheld }) => withheld),
    out,
  );
  if (!organisation) return;
  out.print(`街镇 as organised on ${organisation.at}.`);
  for (const { from, to } of organisation.moved) out.print(`  ${from} → ${to}`);
}

export function printSeries({ id, region, name, unit, reading, points }: SeriesAnswer, out: Terminal): void {
  out.print(`${name.zh} · ${name.en} (${id}), ${region}, ${unit}`);
  out.print(`${reading.zh} · ${reading.en}`);
  out.table(
    [{ title: '期末' }, ...FIGURES, { title: '' }],
    points.map((point) => [point.to, ...figureCells(point), point.complete ? '' : '未完 so far']),
  );
  explainWithheld(
    points.some(({ withheld }) => withheld),
    out,
  );
}

const COMPARE_COLUMNS: readonly Column[] = [
  { title: '指标' },
  { title: '' },
  { title: '单位' },
  { title: '长宁/前', align: 'right' },
  { title: '目标', align: 'right' },
  { title: '状态' },
  { title: '单位' },
  { title: '青浦/后', align: 'right' },
  { title: '目标', align: 'right' },
  { title: '状态' },
];

export function printComparison({ asOf, pairs }: CompareAnswer, out: Terminal): void {
  out.table(
    COMPARE_COLUMNS,
    pairs.map(({ names, comparable, indicators }) => [
      names?.zh ?? indicators.map(({ id }) => id).join(', '),
      comparable ? '=' : '≠',
      ...indicators.flatMap(({ unit, value, withheld, target, status, breach }) => [
        unit,
        withheld ? WITHHELD : (value ?? NONE),
        target?.literal ?? NONE,
        `${status ?? NONE}${breach ? ' ‼' : ''}`,
      ]),
    ]),
  );
  out.print('');
  out.print(`At ${asOf}. =: one formula; ≠: not comparable.`);
  explainWithheld(
    pairs.some(({ indicators }) => indicators.some(({ withheld }) => withheld)),
    out,
  );
  for (const { names, indicators, note } of pairs) {
    if (!note) continue;
    out.print(`${names?.zh ?? indicators.map(({ id }) => id).join(', ')}：${note.zh}`);
    out.print(`  ${note.en}`);
  }
}
