import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { flow, stock } from '../measure.js';
import { flowRow, tenureRow } from '../row.js';
import { tenuresOf } from '../tenure.js';

export const RAISED = 'cn.gov.mca.socialorg.warning.raised';
export const CLOSED = 'cn.gov.mca.socialorg.warning.closed';

type Raised = EventOf<typeof RAISED>;
type Closed = EventOf<typeof CLOSED>;

const isRaised = ofType(RAISED);
const isClosed = ofType(CLOSED);

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { tenures, findings } = tenuresOf(history, {
    isBegin: isRaised,
    isEnd: isClosed,
    begun: 'raised',
    ended: 'closed',
  });
  const closings = history.filter(isClosed).slice(0, 1);
  return {
    rows: [
      ...tenures.map((tenure) => {
        const { level, kind } = tenure.begin.data;
        return tenureRow(tenure, 'socialorg.warnings-open', { level, kind });
      }),
      ...closings.map((closed) =>
        flowRow(closed, 'socialorg.warnings-closed', { outcome: closed.data.outcome }),
      ),
    ],
    findings: [...findings, ...closings.flatMap((closed) => ofAnother(closed, history.filter(isRaised)))],
  };
}

/** A warning is closed for the body it was raised about. */
const ofAnother = (closed: Closed, raised: readonly Raised[]) =>
  raised
    .slice(0, 1)
    .filter(({ data }) => data.usci !== closed.data.usci)
    .map((first) => finding('STATE', [first, closed], { case: 'closed for another body', day: closed.day }));

const ofWarning = ({ data }: Raised | Closed): string[] => [data.warningId];

/** Warnings about social organisations, of three levels: those open, and how they ended. */
export const fact: FactDefinition = {
  name: 'socialorg.warnings',
  titles: { zh: '社会组织预警', en: 'Warnings about social organisations' },
  measures: [
    stock('socialorg.warnings-open', '条', '未关闭预警', 'Warnings open, by level and kind'),
    flow('socialorg.warnings-closed', '条', '关闭的预警', 'Warnings closed, by outcome'),
  ],
  reads: { [RAISED]: ofWarning, [CLOSED]: ofWarning },
  fold,
};
