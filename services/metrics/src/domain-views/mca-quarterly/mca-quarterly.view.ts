import {
  type BusinessMonth,
  type BusinessQuarter,
  firstDayOfMonth,
  lastDayOfQuarter,
  monthOf,
  quarterOf,
} from '@minhai/domain';
import { monthsOf } from '../../evaluate/series.js';
import type { Lookup } from '../../evaluate/window.js';
import { groupBy } from '../../facts/group-by.js';
import { FORM_ITEMS } from '../../quarterly/form-items.js';
import { formOf } from '../../quarterly/quarterly-form.js';
import {
  column,
  DISTRICT,
  type DistrictCells,
  type DomainView,
  type ViewRow,
  WITHHELD,
} from '../domain-view.js';

/** Systems 57: the form of every quarter, as `GET /v1/quarterly` answers it. The last quarter may still be running. */
export const mcaQuarterly: DomainView = {
  name: 'mv_mca_quarterly',
  titles: {
    zh: '民政统计季报 JBZH0001（区 × 季度 × 指标）',
    en: 'The ministry’s quarterly form JBZH0001 by district, quarter and item',
  },
  measures: [...new Set(FORM_ITEMS.flatMap(({ terms }) => terms.map(({ measure }) => measure)))],
  key: [
    DISTRICT,
    column('quarter_end', '季末日', 'last day of the quarter'),
    column('item', '行次', 'line of the form, from 1'),
  ],
  values: [
    column('quarter', '季度', 'quarter, as 2020-Q4'),
    column('code', '表内代码；未公开者为空', 'code of the form; null where no public source gives it'),
    column('name_zh', '指标名称（中文）', 'name of the item, in Chinese'),
    column('name_en', '指标名称（英文）', 'name of the item, in English'),
    column('unit', '单位', 'unit'),
    column('cumulative', '是否自1月1日起累计', 'whether it is added up since 1 January'),
    column('quantity', '数量', 'quantity at the end of the quarter'),
    column('previous', '上季度', 'as the form of the quarter before said; null where a flow begins anew'),
    column('change', '环比（%）', 'change against it in per cent; null without anything before'),
    WITHHELD,
  ],
  people: ['quantity', 'previous', 'change'],
  rowsOf: (cells) => {
    const lookup = lookupIn(cells);
    return quartersOf(monthsOf(cells.cells, cells.from)).flatMap((quarter) =>
      rowsOfQuarter(cells.district, quarter, lookup),
    );
  },
};

const quartersOf = (months: readonly BusinessMonth[]): BusinessQuarter[] => [
  ...new Set(months.map((month) => quarterOf(firstDayOfMonth(month)))),
];

const rowsOfQuarter = (district: string, quarter: BusinessQuarter, lookup: Lookup): ViewRow[] =>
  formOf(quarter, lookup).map((line, i) => ({
    district,
    quarter_end: lastDayOfQuarter(quarter),
    item: String(i + 1),
    quarter,
    code: line.code,
    name_zh: line.name.zh,
    name_en: line.name.en,
    unit: line.unit,
    cumulative: String(line.cumulative),
    quantity: line.quantity,
    previous: line.previous,
    change: line.change,
    withheld: String(line.withheld),
  }));

/** Windows end with a month and begin with a year, or with everything. */
function lookupIn({ cells }: DistrictCells): Lookup {
  const byMeasure = groupBy(cells, ({ measure }) => measure);
  return ({ measure, from, to }) => {
    const first = from && monthOf(from);
    const last = monthOf(to);
    return (byMeasure.get(measure) ?? []).filter(({ month }) =>
      month === null ? first === null : (first === null || month >= first) && month <= last,
    );
  };
}
