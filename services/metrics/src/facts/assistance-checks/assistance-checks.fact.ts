import { addDays, addMonths } from '@minhai/domain';
import type { FactDefinition, FactEvent, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding, outOfState, unpreceded } from '../finding.js';
import { flow, stock } from '../measure.js';
import { endedRows, openRows } from '../paired-course.js';
import { protectedPeople } from '../protected-measure.js';

export const REQUESTED = 'cn.gov.mca.assistance.economiccheck.requested';
export const COMPLETED = 'cn.gov.mca.assistance.economiccheck.completed';

type Request = EventOf<typeof REQUESTED>;
type Completion = EventOf<typeof COMPLETED>;

const isRequest = ofType(REQUESTED);
const isCompletion = ofType(COMPLETED);

/** How long a report may be used; general knowledge, no printed rule. */
const REPORT_MONTHS = 6;
const AUTHORISATION = 'authorisation:';

/** A check may stay undecided (待核) for a while; its first final result ends it. */
function foldCheck(history: readonly FactEvent<any>[]): FoldResult {
  const [request, ...requestedAgain] = history.filter(isRequest);
  const completions = history.filter(isCompletion);
  const [final, ...again] = completions.filter(({ data }) => data.result !== 'PENDING');
  const findings = [
    ...requestedAgain.map((event) => outOfState(event, 'requested twice')),
    ...again.map((event) => outOfState(event, 'completed twice')),
    ...completions.flatMap((event) => completionFindings(event, request)),
  ];
  if (!request) return { rows: [], findings };
  const end = final && final.time >= request.time ? final : undefined;
  const open = openRows(request, end, 'assistance.checks-open', {});
  if (!end) return { rows: open, findings };
  const completed = endedRows(request, end, {
    ended: 'assistance.checks',
    days: 'assistance.check-days',
    dims: { result: end.data.result },
  });
  return { rows: [...open, ...completed], findings };
}

function completionFindings(event: Completion, request: Request | undefined): Finding[] {
  const { reportValidTo, caseId } = event.data;
  const findings: Finding[] = [];
  if (!request || event.time < request.time) findings.push(unpreceded(event, 'completed before requested'));
  if (request && request.data.caseId !== caseId)
    findings.push(
      finding('AFTER_MISMATCH', [request, event], { case: 'completed for another case', day: event.day }),
    );
  const latest = addDays(addMonths(event.day, REPORT_MONTHS), 1);
  if (reportValidTo !== null && reportValidTo > latest)
    findings.push(
      finding('LIMIT', [event], { case: 'report valid longer than six months', day: reportValidTo }),
    );
  return findings;
}

/** What the adult members of one household sign is good for that household's case alone. */
function foldAuthorisation(history: readonly FactEvent<any>[]): FoldResult {
  const [first, ...further] = history.filter(isRequest);
  const findings = further
    .filter(({ data }) => data.caseId !== first!.data.caseId)
    .map((event) =>
      finding('AUTHORISATION', [first!, event], { case: 'one authorisation for two cases', day: event.day }),
    );
  return { rows: [], findings };
}

const ofCheck = ({ data }: Request | Completion): string => `check:${data.checkId}`;

/** Economic checks (经济状况核对) from the request to the final report. */
export const fact: FactDefinition = {
  name: 'assistance.checks',
  titles: { zh: '经济状况核对', en: 'Economic checks' },
  measures: [
    protectedPeople(flow('assistance.checks', '件', '完成核对', 'Economic checks completed')),
    protectedPeople(stock('assistance.checks-open', '件', '在办核对', 'Economic checks under way')),
    flow('assistance.check-days', '天', '核对用时', 'Days until checks were completed'),
  ],
  reads: {
    [REQUESTED]: (event: Request) => [ofCheck(event), `${AUTHORISATION}${event.data.authorisationId}`],
    [COMPLETED]: (event: Completion) => [ofCheck(event)],
  },
  fold: (history, entity) =>
    entity.startsWith(AUTHORISATION) ? foldAuthorisation(history) : foldCheck(history),
};
