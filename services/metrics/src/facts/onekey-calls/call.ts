import type { FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding, outOfState } from '../finding.js';
import { flowRow } from '../row.js';

export const CALLED = 'cn.gov.mca.eldercare.onekey.called';
export const CLOSED = 'cn.gov.mca.eldercare.onekey.closed';

export type Called = EventOf<typeof CALLED>;
export type Closed = EventOf<typeof CLOSED>;

export const isCalled = ofType(CALLED);
const isClosed = ofType(CLOSED);

/** One number is one call with one closing; what comes after the first of either is reported and has no effect. */
export function foldCall(history: readonly FactEvent<any>[]): FoldResult {
  const [called, ...calledAgain] = history.filter(isCalled);
  const [closed, ...closedAgain] = history.filter(isClosed);
  return {
    rows: [
      ...(called
        ? [flowRow(called, 'eldercare.onekey-calls', { service: called.data.service, record: 'CALL' })]
        : []),
      ...(closed
        ? [
            flowRow(closed, 'eldercare.onekey-closings', {
              service: closed.data.service,
              outcome: closed.data.outcome,
            }),
          ]
        : []),
      ...answerRows(called, closed),
    ],
    findings: [
      ...calledAgain.map((event) => outOfState(event, 'called twice')),
      ...closedAgain.map((event) => outOfState(event, 'closed twice')),
      ...(closed ? unfit(called, closed) : []),
    ],
  };
}

/** The closing knows best how long it took. */
function answerRows(called: Called | undefined, closed: Closed | undefined): FactRow[] {
  const event = typeof closed?.data.responseSeconds === 'number' ? closed : called;
  const seconds = event?.data.responseSeconds ?? null;
  if (!event || seconds === null) return [];
  const dims = { service: event.data.service };
  return [
    flowRow(event, 'eldercare.onekey-answers', dims),
    flowRow(event, 'eldercare.onekey-answer-seconds', dims, seconds),
  ].filter(({ amount }) => amount !== 0);
}

function unfit(called: Called | undefined, closed: Closed): Finding[] {
  const { day, data } = closed;
  if (!called) return [finding('MISSING_PREDECESSOR', [closed], { case: 'closed before called', day })];
  const events = [called, closed];
  if (closed.time < called.time) return [finding('STATE', events, { case: 'closed before called', day })];
  if (data.service !== called.data.service)
    return [finding('STATE', events, { case: 'closed as another service', day })];
  return data.personRef === called.data.personRef
    ? []
    : [finding('STATE', events, { case: 'closed for another person', day })];
}
