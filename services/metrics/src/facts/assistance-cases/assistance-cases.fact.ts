import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import { flow, stock } from '../measure.js';
import { endedRows, openRows } from '../paired-course.js';
import { protectedPeople } from '../protected-measure.js';
import { flowRow } from '../row.js';
import { isStreetYear, openedTwiceInYear, streetYearsOf } from '../street-year.js';
import {
  type Application,
  CHECKED,
  type Decision,
  GRANTED,
  LASTING_ITEMS,
  REJECTED,
  type Rejection,
  SUBMITTED,
  TERMINATED,
  isApplication,
  isGrant,
  isRejection,
  isTermination,
} from './case-events.js';
import { caseFindings } from './case-findings.js';

/** Counts what was applied for on record; a decision alone is counted by its benefit. */
function foldCase(history: readonly FactEvent<any>[]): FoldResult {
  const findings = caseFindings(history);
  const application = history.find(isApplication);
  if (!application) return { rows: [], findings };
  const decision = history.find(
    (event): event is Decision => (isGrant(event) || isRejection(event)) && event.time >= application.time,
  );
  const { item, channel } = application.data;
  const rows = [
    flowRow(application, 'assistance.applications', { item, channel }),
    ...openRows(application, decision, 'assistance.applications-pending', { item }),
    ...(decision ? decidedRows(application, decision) : []),
  ];
  return { rows, findings };
}

function decidedRows(application: Application, decision: Decision): FactRow[] {
  const dims = { item: application.data.item, outcome: isGrant(decision) ? 'GRANTED' : 'REJECTED' };
  return endedRows(application, decision, {
    ended: 'assistance.decisions',
    days: 'assistance.decision-days',
    dims,
  });
}

/** Relief that lasts is open from the application until it is refused or terminated. */
const foldStreetYear = (history: readonly FactEvent<any>[], entity: string): FoldResult =>
  openedTwiceInYear(history, entity, {
    rule: 'DUPLICATE_PERSON',
    text: 'in two open cases of one item',
    opened: (event) => {
      if (!isApplication(event) || !LASTING_ITEMS.has(event.data.item)) return undefined;
      const { caseId, item, members } = event.data;
      return { id: caseId, owners: members.map(({ personRef }) => `${item}:${personRef}`) };
    },
    closed: (event) => (isRejection(event) || isTermination(event) ? event.data.caseId : undefined),
  });

const ofCase = ({ data }: FactEvent<{ caseId: string }>): string => `case:${data.caseId}`;
const ofCaseAndStreet = (event: Application | Rejection): string[] => [
  ofCase(event),
  ...streetYearsOf(event),
];

/** Applications for relief, from the counter or the screen to the decision. */
export const fact: FactDefinition = {
  name: 'assistance.cases',
  titles: { zh: '社会救助申请与审批', en: 'Applications for relief and decisions' },
  measures: [
    protectedPeople(flow('assistance.applications', '件', '救助申请', 'Applications for relief')),
    protectedPeople(stock('assistance.applications-pending', '件', '待审批申请', 'Applications not decided')),
    protectedPeople(flow('assistance.decisions', '件', '审批决定', 'Applications decided')),
    flow('assistance.decision-days', '天', '审批用时', 'Days until applications were decided'),
  ],
  reads: {
    [SUBMITTED]: ofCaseAndStreet,
    [CHECKED]: (event) => [ofCase(event)],
    [GRANTED]: (event) => [ofCase(event)],
    [REJECTED]: ofCaseAndStreet,
    [TERMINATED]: streetYearsOf,
  },
  fold: (history, entity) => (isStreetYear(entity) ? foldStreetYear(history, entity) : foldCase(history)),
};
