import type { FactEvent, Finding } from '@minhai/facts';
import { finding } from '../finding.js';
import { needs } from '../once.js';
import {
  type Decision,
  type Request,
  type Response,
  isAccepted,
  isObjection,
  isRefused,
} from './request-events.js';

/** The first of each: what was asked, decided and answered. */
export interface Course {
  readonly request: Request | undefined;
  readonly decision: Decision | undefined;
  readonly response: Response | undefined;
}

export function requestProblems(course: Course, history: readonly FactEvent<any>[]): Finding[] {
  const { request, decision, response } = course;
  return [
    ...(decision ? needs(decision, request, wordsOf('decided')) : []),
    ...(response ? needs(response, request, wordsOf('answered')) : []),
    ...(response ? answerProblems(response, course) : []),
    ...history.filter(isObjection).flatMap((objection) =>
      needs(objection, response, {
        without: 'objection to an answer that is not known',
        before: 'objection before the answer',
      }),
    ),
  ];
}

const wordsOf = (verb: string) => ({
  without: `${verb} without a request`,
  before: `${verb} before the request`,
});

function answerProblems(response: Response, { request, decision }: Course): Finding[] {
  const problems: Finding[] = [];
  if (decision && isRefused(decision))
    problems.push(
      finding('STATE', [decision, response], { case: 'answered though refused', day: response.day }),
    );
  if (!request) return problems;
  const dueOn =
    decision && isAccepted(decision) && decision.data.dueOn ? decision.data.dueOn : request.data.dueOn;
  if (response.day > dueOn)
    problems.push(
      finding('LIMIT', [request, response], { case: 'answered late', day: response.day, dueOn }, 'warning'),
    );
  const asked = new Set(request.data.queryFields);
  if (response.data.answers.some(({ field }) => !asked.has(field)))
    problems.push(
      finding('AUTHORISATION', [request, response], {
        case: 'answered more than was asked',
        day: response.day,
      }),
    );
  return problems;
}
