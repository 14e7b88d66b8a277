import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import { flow } from '../measure.js';
import { once } from '../once.js';
import { flowRow } from '../row.js';
import {
  ACCEPTED,
  DELIVERED,
  type Decision,
  OBJECTED,
  type Objection,
  REFUSED,
  type Request,
  type Response,
  SUBMITTED,
  isAccepted,
  isDelivered,
  isRefused,
  isSubmitted,
} from './request-events.js';
import { requestProblems } from './request-problems.js';

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const requests = once(history.filter(isSubmitted), 'submitted twice');
  const decisions = once(
    history.filter((event): event is Decision => isAccepted(event) || isRefused(event)),
    'decided twice',
  );
  const responses = once(history.filter(isDelivered), 'answered twice');
  const course = { request: requests.first, decision: decisions.first, response: responses.first };
  return {
    rows: [course.request, course.decision, course.response].flatMap((event) =>
      event ? [row(event, course.request)] : [],
    ),
    findings: [
      ...requests.findings,
      ...decisions.findings,
      ...responses.findings,
      ...requestProblems(course, history),
    ],
  };
}

const stepOf = (event: Request | Decision | Response): string => {
  if (isSubmitted(event)) return 'SUBMITTED';
  if (isDelivered(event)) return event.data.result;
  return isRefused(event) ? 'REFUSED' : 'ACCEPTED';
};

/** A step counts in the place of its own event. */
const row = (event: Request | Decision | Response, request: Request | undefined): FactRow => ({
  ...flowRow(event, 'exchange.requests', {
    resource: request?.data.resource ?? 'UNKNOWN',
    step: stepOf(event),
  }),
  ...(request && request !== event && { causes: [request.id, event.id] }),
});

const ofRequest = ({ data }: Request | Decision | Response): string[] => [data.requestId];

/** Requests between regions: submitted, accepted or refused, and answered once. */
export const fact: FactDefinition = {
  name: 'exchange.requests',
  titles: { zh: '跨区域协查请求', en: 'Requests between regions' },
  measures: [
    flow(
      'exchange.requests',
      '件',
      '跨区域请求（提交、受理、答复）',
      'Requests submitted, decided, answered',
    ),
  ],
  reads: {
    [SUBMITTED]: ofRequest,
    [ACCEPTED]: ofRequest,
    [REFUSED]: ofRequest,
    [DELIVERED]: ofRequest,
    [OBJECTED]: ({ data }: Objection) => (data.requestId === null ? [] : [data.requestId]),
  },
  fold,
};
