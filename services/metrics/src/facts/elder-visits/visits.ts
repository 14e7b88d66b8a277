import type { FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { flowRow } from '../row.js';

export const VISITED = 'cn.gov.mca.eldercare.visit.completed';

export type Visited = EventOf<typeof VISITED>;

const isVisited = ofType(VISITED);

/** A visit with what it adds: the first of a month to a person, as one of a category, is a person visited. */
export interface Counted {
  readonly event: Visited;
  readonly isNewPerson: boolean;
}

export interface Visits {
  readonly counted: readonly Counted[];
  readonly findings: readonly Finding[];
}

/** The visits of a month. A person is visited once a day; a second record of the day is reported and has no effect. */
export function visitsOf(history: readonly FactEvent<any>[]): Visits {
  const findings: Finding[] = [];
  const ofDays = groupBy(
    history.filter(isVisited),
    ({ data }) => `${data.personRef} ${data.visitedOn}`,
  ).values();
  const persons = new Set<string>();
  const counted = [...ofDays].map(([event, ...again]) => {
    for (const second of again)
      findings.push(finding('STATE', [event!, second], { case: 'visited twice on a day', day: second.day }));
    const person = `${event!.data.category} ${event!.data.personRef}`;
    const isNewPerson = !persons.has(person);
    persons.add(person);
    return { event: event!, isNewPerson };
  });
  return { counted, findings };
}

/** The fold of one person's month. */
export function foldPerson(history: readonly FactEvent<any>[]): FoldResult {
  const { counted, findings } = visitsOf(history);
  return {
    rows: counted.flatMap(({ event, isNewPerson }) => [
      visitRow(event, 'eldercare.visits'),
      ...(isNewPerson ? [visitRow(event, 'eldercare.visited-persons')] : []),
    ]),
    findings,
  };
}

const visitRow = (event: Visited, measure: string): FactRow =>
  flowRow(event, measure, { category: event.data.category, record: 'VISIT' });
