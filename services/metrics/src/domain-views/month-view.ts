import { lastDayOfMonth } from '@minhai/domain';
import type { MonthCell } from '../evaluate/series.js';
import {
  DISTRICT,
  type DomainView,
  MONTH_END,
  type ViewColumn,
  type ViewRow,
  WITHHELD,
} from './domain-view.js';
import { type Counted, type MonthLine, monthLines } from './month-lines.js';
import { type Layout, withheldLines } from './withheld-lines.js';

interface MonthViewDefinition extends Pick<DomainView, 'name' | 'titles' | 'measures'> {
  /** Beside the district and the month. */
  readonly key: readonly ViewColumn[];
  readonly amounts: readonly ViewColumn[];
  countedIn(cell: MonthCell): Counted | undefined;
  readonly protection?: Layout;
}

/** A view by month: stocks at the month’s end, flows of the month. */
export function monthView({ key, amounts, countedIn, protection, ...view }: MonthViewDefinition): DomainView {
  return {
    ...view,
    key: [DISTRICT, MONTH_END, ...key],
    values: protection ? [...amounts, WITHHELD] : amounts,
    ...(protection && { people: protection.counts }),
    rowsOf: (cells) => {
      const lines = monthLines(cells, countedIn);
      const withheld = protection && withheldLines(lines, protection);
      return lines.map((line): ViewRow => ({
        district: cells.district,
        month_end: lastDayOfMonth(line.month),
        ...line.key,
        ...amountsOf(line, amounts),
        ...(withheld && { withheld: String(withheld.has(line)) }),
      }));
    },
  };
}

const amountsOf = (line: MonthLine, columns: readonly ViewColumn[]): ViewRow =>
  Object.fromEntries(columns.map(({ name }) => [name, String(line.amounts.get(name) ?? 0n)]));
