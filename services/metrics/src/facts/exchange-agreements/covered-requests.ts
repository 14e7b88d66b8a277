import type { FactEvent, Finding, FoldResult } from '@minhai/facts';
import { finding } from '../finding.js';
import { contains } from '../span.js';
import type { Tenure } from '../tenure.js';
import { type Activation, type Request, isRequest } from './agreement-events.js';

/** The requests of a year, each by the agreements in force on its day. */
export const foldRequests = (
  history: readonly FactEvent<any>[],
  agreements: readonly Tenure<Activation>[],
): FoldResult => ({
  rows: [],
  findings: history.filter(isRequest).flatMap((request) => uncovered(request, agreements)),
});

function uncovered(request: Request, agreements: readonly Tenure<Activation>[]): Finding[] {
  const { fromRegion, toRegion, resource, purpose } = request.data;
  const about = (text: string): Finding[] => [
    finding('AUTHORISATION', [request], { case: text, day: request.day, resource, purpose }),
  ];
  const active = agreements
    .filter((agreement) => contains(agreement, request.day))
    .map(({ begin }) => begin.data)
    .filter(({ regions }) => regions.includes(fromRegion) && regions.includes(toRegion));
  if (active.length === 0) return about('request without an active agreement');
  const named = active.filter(({ resources }) => resources.includes(resource));
  if (named.length === 0) return about('resource not in the agreement');
  return named.some(({ purposes }) => purposes.includes(purpose))
    ? []
    : about('purpose not in the agreement');
}
