import { csvOf, type CsvCell } from '@minhai/nest/csv';
import type { FormLine } from './quarterly-form.js';

export const FORM_TITLES = ['指标名称', '单位', '代码', '数量', '上季度', '环比(%)'];

/** The columns of JBZH0001; names of cumulative flows carry the form’s asterisk. */
export const formRows = (lines: readonly FormLine[]): CsvCell[][] =>
  lines.map((line) => [
    `${line.cumulative ? '*' : ''}${line.name.zh}`,
    line.unit,
    line.code,
    line.withheld ? '…' : line.quantity,
    line.previous,
    line.change,
  ]);

export const formCsv = (lines: readonly FormLine[]): string => csvOf([FORM_TITLES, ...formRows(lines)]);
