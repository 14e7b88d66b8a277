import type { BusinessMonth } from '@minhai/domain';
import type { Titles } from '@minhai/facts';
import type { MonthCell } from '../evaluate/series.js';

export interface ViewColumn {
  readonly name: string;
  readonly titles: Titles;
}

/** A row as text, by column; what PostgreSQL prints for the value. */
export type ViewRow = Readonly<Record<string, string | null>>;

/** What the rows of a district follow from. */
export interface DistrictCells {
  readonly district: string;
  /** Rows of this month and later ones are asked for. */
  readonly from: BusinessMonth;
  /** Of the view’s measures in the district, all months. */
  readonly cells: readonly MonthCell[];
}

/**
 * A table for data teams, `metrics.<name>`, shown as `gold.<name>`: kept up to date by the flush that writes the
 * indicators, in its transaction. Its first two key columns are the district and the last
 * day of the period. A row depends on cells of its own period and earlier ones, and on the last month in which anything
 * of the view moved.
 */
export interface DomainView {
  readonly name: string;
  readonly titles: Titles;
  readonly measures: readonly string[];
  readonly key: readonly [district: ViewColumn, periodEnd: ViewColumn, ...more: ViewColumn[]];
  readonly values: readonly ViewColumn[];
  /** Value columns that count people: shown to nobody without the grant where the row is `withheld`. */
  readonly people?: readonly string[];
  rowsOf(cells: DistrictCells): ViewRow[];
}

export const column = (name: string, zh: string, en: string): ViewColumn => ({ name, titles: { zh, en } });

export const DISTRICT = column('district', '区划代码（6位）', 'GB/T 2260, 6 digits');
export const MONTH_END = column('month_end', '月末日', 'last day of the month');
export const STREET = column('street', '街镇代码（9位）或 unknown', '街镇, 9 digits, or unknown');
export const WITHHELD = column(
  'withheld',
  '涉及人数过少，或可据以推算过少人数，不予显示',
  'few people are behind it, or would be told by it: the counts are null without the grant',
);

export const columnsOf = ({ key, values }: DomainView): readonly ViewColumn[] => [...key, ...values];
