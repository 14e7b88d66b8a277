import type { Column } from '../../terminal/table.js';
import type { Terminal } from '../../terminal/terminal.js';
import type { CompareJson, IndicatorWithBreakdownJson, SeriesJson } from './indicator-json.js';
import { STANDING_COLUMNS, sentence, standingCells } from './standing-table.js';

const NONE = '—';

const FIGURES: readonly Column[] = [
  { title: '指标值', align: 'right' },
  { title: '分子', align: 'right' },
  { title: '分母', align: 'right' },
];

interface Figures {
  readonly value: string | null;
  readonly numerator: string;
  readonly denominator: string | null;
}

const figureCells = ({ value, numerator, denominator }: Figures): string[] => [
  value ?? NONE,
  numerator,
  denominator ?? NONE,
];

export function printIndicator(indicator: IndicatorWithBreakdownJson, out: Terminal): void {
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
  if (!organisation) return;
  out.print(`街镇 as organised on ${organisation.at}.`);
  for (const { from, to } of organisation.moved) out.print(`  ${from} → ${to}`);
}

export function printSeries({ id, region, name, unit, reading, points }: SeriesJson, out: Terminal): void {
  out.print(`${name.zh} · ${name.en} (${id}), ${region}, ${unit}`);
  out.print(`${reading.zh} · ${reading.en}`);
  out.table(
    [{ title: '期末' }, ...FIGURES, { title: '' }],
    points.map((point) => [point.to, ...figureCells(point), point.complete ? '' : '未完 so far']),
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

export function printComparison({ asOf, pairs }: CompareJson, out: Terminal): void {
  out.table(
    COMPARE_COLUMNS,
    pairs.map(({ names, comparable, indicators }) => [
      names?.zh ?? indicators.map(({ id }) => id).join(', '),
      comparable ? '=' : '≠',
      ...indicators.flatMap(({ unit, value, target, status, breach }) => [
        unit,
        value ?? NONE,
        target?.literal ?? NONE,
        `${status ?? NONE}${breach ? ' ‼' : ''}`,
      ]),
    ]),
  );
  out.print('');
  out.print(`At ${asOf}. =: one formula; ≠: not comparable.`);
  for (const { names, indicators, note } of pairs) {
    if (!note) continue;
    out.print(`${names?.zh ?? indicators.map(({ id }) => id).join(', ')}：${note.zh}`);
    out.print(`  ${note.en}`);
  }
}
