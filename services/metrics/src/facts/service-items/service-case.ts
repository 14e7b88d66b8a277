import type { FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding, outOfState } from '../finding.js';
import { flowRow } from '../row.js';
import { reachOf } from './reach.js';

export const ACCEPTED = 'cn.gov.mca.service.item.accepted';
export const COMPLETED = 'cn.gov.mca.service.item.completed';

type Accepted = EventOf<typeof ACCEPTED>;
type Completed = EventOf<typeof COMPLETED>;

export const isAccepted = ofType(ACCEPTED);
export const isCompleted = ofType(COMPLETED);

/** One number is one case: accepted once, completed once. */
export function foldCase(history: readonly FactEvent<any>[]): FoldResult {
  const [accepted, ...acceptedAgain] = history.filter(isAccepted);
  const [completed, ...completedAgain] = history.filter(isCompleted);
  return {
    rows: [
      ...(accepted ? [rowOf('service.items-accepted', accepted, { channel: accepted.data.channel })] : []),
      ...(completed
        ? [rowOf('service.items-completed', completed, { outcome: completed.data.outcome })]
        : []),
    ],
    findings: [
      ...acceptedAgain.map((event) => outOfState(event, 'accepted twice')),
      ...completedAgain.map((event) => outOfState(event, 'completed twice')),
      ...(completed ? completionProblems(completed, accepted) : []),
    ],
  };
}

function completionProblems(completed: Completed, accepted: Accepted | undefined): Finding[] {
  const { day, regionId, data } = completed;
  if (!accepted) {
    // What another region accepted need not be known here.
    const severity = data.acceptingRegion === regionId ? 'warning' : 'info';
    return [
      finding('MISSING_PREDECESSOR', [completed], { case: 'completed before accepted', day }, severity),
    ];
  }
  const pair = [accepted, completed];
  return [
    ...(completed.time < accepted.time
      ? [finding('STATE', pair, { case: 'completed earlier than accepted', day })]
      : []),
    ...(data.acceptedOn === accepted.day
      ? []
      : [
          finding('AFTER_MISMATCH', pair, {
            case: 'accepted on another day',
            declared: data.acceptedOn,
            derived: accepted.day,
          }),
        ]),
  ];
}

const rowOf = (measure: string, event: Accepted | Completed, dims: FactRow['dims']): FactRow =>
  flowRow(event, measure, { ...dims, reach: reachOf(event.data.acceptingRegion, event.data.handlingRegion) });
