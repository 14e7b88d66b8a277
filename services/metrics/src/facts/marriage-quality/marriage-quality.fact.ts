import { yearOf } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { groupBy } from '../group-by.js';
import { flow } from '../measure.js';
import { placeOfOffice } from '../place.js';
import { flowRow } from '../row.js';

export const CHECKED = 'cn.gov.mca.marriage.quality.checked';

type Check = EventOf<typeof CHECKED>;

/** A file counts once a year: when it is checked again, its new result takes the place of the former one. */
const fold = (history: readonly FactEvent<any>[]): FoldResult => ({
  rows: [...groupBy(history as readonly Check[], ({ day }) => yearOf(day)).values()].flatMap((checks) =>
    checks.flatMap((check, i) => rowsOf(check, checks[i - 1])),
  ),
  findings: [],
});

function rowsOf(check: Check, former: Check | undefined): FactRow[] {
  const row = (amount: number, { data }: Check): FactRow => ({
    ...flowRow(check, 'marriage.files-checked', { result: data.passed ? 'PASSED' : 'FAILED' }, amount),
    ...placeOfOffice(data.officeRegion),
    ...(former && { causes: [former.id, check.id] }),
  });
  if (!former) return [row(1, check)];
  return former.data.passed === check.data.passed ? [] : [row(-1, former), row(1, check)];
}

/** Registration files checked, by the result that holds at the end of the year. */
export const fact: FactDefinition = {
  name: 'marriage.quality',
  titles: { zh: '婚姻登记档案检查', en: 'Checks of registration files' },
  measures: [flow('marriage.files-checked', '件', '检查的登记档案', 'Registration files checked')],
  reads: { [CHECKED]: ({ data }: Check) => [data.fileNo] },
  fold,
};
