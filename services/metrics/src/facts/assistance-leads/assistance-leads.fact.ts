import { epochDayOf } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { flow, stock } from '../measure.js';
import { courseOf, endRow, endedRows, openRows } from '../paired-course.js';
import { protectedPeople } from '../protected-measure.js';
import { flowRow } from '../row.js';
import { isStreetYear, openedTwiceInYear, streetYearsOf } from '../street-year.js';

export const DISCOVERED = 'cn.gov.mca.assistance.lead.discovered';
export const RESOLVED = 'cn.gov.mca.assistance.lead.resolved';

type Discovery = EventOf<typeof DISCOVERED>;
type Resolution = EventOf<typeof RESOLVED>;

const isDiscovery = ofType(DISCOVERED);
const isResolution = ofType(RESOLVED);

function foldLead(history: readonly FactEvent<any>[]): FoldResult {
  const { begin, end, findings } = courseOf(history, {
    isBegin: isDiscovery,
    isEnd: isResolution,
    begun: 'discovered',
    ended: 'resolved',
  });
  if (!begin) return { rows: [], findings };
  const dims = { channel: begin.data.channel };
  const rows = [
    flowRow(begin, 'assistance.leads', dims),
    ...openRows(begin, end, 'assistance.leads-open', dims),
    ...(end ? resolvedRows(begin, end) : []),
  ];
  return { rows, findings };
}

function resolvedRows(begin: Discovery, end: Resolution): FactRow[] {
  const dims = { channel: begin.data.channel, outcome: end.data.outcome };
  const resolved = endedRows(begin, end, {
    ended: 'assistance.leads-resolved',
    days: 'assistance.lead-days',
    dims,
  });
  const { visitedOn } = end.data;
  if (visitedOn === null) return resolved;
  const days = epochDayOf(visitedOn) - epochDayOf(begin.day);
  const visited = endRow(begin, end, { measure: 'assistance.leads-visited', dims });
  return [
    ...resolved,
    visited,
    ...(days > 0 ? [{ ...visited, measure: 'assistance.lead-visit-days', amount: days }] : []),
  ];
}

/** A household is followed up once for one rule at a time; a person stands for a household that is not known. */
const foldStreetYear = (history: readonly FactEvent<any>[], entity: string): FoldResult =>
  openedTwiceInYear(history, entity, {
    rule: 'STATE',
    text: 'second open lead of a household',
    opened: (event) => {
      if (!isDiscovery(event)) return undefined;
      const { leadId, householdRef, personRef, ruleId } = event.data;
      return { id: leadId, owners: [`${ruleId}:${householdRef ?? personRef}`] };
    },
    closed: (event) => (isResolution(event) ? event.data.leadId : undefined),
  });

const keysOf = (event: Discovery | Resolution): string[] => [
  `lead:${event.data.leadId}`,
  ...streetYearsOf(event),
];

/** Leads of 政策找人: who may be entitled, found by comparing data, and what came of the visit. */
export const fact: FactDefinition = {
  name: 'assistance.leads',
  titles: { zh: '主动发现线索', en: 'Leads to households in need' },
  measures: [
    protectedPeople(flow('assistance.leads', '条', '发现线索', 'Leads discovered')),
    protectedPeople(stock('assistance.leads-open', '条', '在办线索', 'Open leads')),
    protectedPeople(flow('assistance.leads-resolved', '条', '办结线索', 'Leads resolved')),
    flow('assistance.lead-days', '天', '线索办结用时', 'Days until leads were resolved'),
    protectedPeople(flow('assistance.leads-visited', '条', '走访线索', 'Resolved leads with a visit')),
    flow('assistance.lead-visit-days', '天', '线索首访用时', 'Days until leads were first visited'),
  ],
  reads: { [DISCOVERED]: keysOf, [RESOLVED]: keysOf },
  fold: (history, entity) => (isStreetYear(entity) ? foldStreetYear(history, entity) : foldLead(history)),
};
