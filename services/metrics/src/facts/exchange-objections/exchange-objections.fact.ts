import { workingDayAfter } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { flow } from '../measure.js';
import { needs, once } from '../once.js';
import { flowRow } from '../row.js';

export const RAISED = 'cn.gov.mca.exchange.objection.raised';
export const RESOLVED = 'cn.gov.mca.exchange.objection.resolved';

/** 《政务数据共享条例》: working days to re-check (校核) and answer. Believed, not verified: configuration, not law. */
const WORKING_DAYS = 10;

type Objection = EventOf<typeof RAISED>;
type Answer = EventOf<typeof RESOLVED>;

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const objections = once(history.filter(ofType(RAISED)), 'objection raised twice');
  const answers = once(history.filter(ofType(RESOLVED)), 'objection answered twice');
  const [objection, answer] = [objections.first, answers.first];
  return {
    rows: [
      ...(objection ? [row(objection, 'RAISED')] : []),
      ...(answer ? [row(answer, answer.data.outcome)] : []),
    ],
    findings: [
      ...objections.findings,
      ...answers.findings,
      ...(answer
        ? needs(answer, objection, {
            without: 'answer to an unknown objection',
            before: 'answered before it was raised',
          })
        : []),
      ...(answer && objection ? late(objection, answer) : []),
    ],
  };
}

/** Past the known calendar nobody can call an answer late. */
function late(objection: Objection, answer: Answer): Finding[] {
  const dueOn = workingDayAfter(objection.day, WORKING_DAYS);
  if (dueOn === undefined || answer.day <= dueOn) return [];
  return [
    finding(
      'LIMIT',
      [objection, answer],
      { case: 'objection answered late', day: answer.day, dueOn },
      'warning',
    ),
  ];
}

const row = (event: Objection | Answer, step: string): FactRow =>
  flowRow(event, 'exchange.objections', { step });

const ofObjection = ({ data }: Objection | Answer): string[] => [data.objectionId];

/** Objections to what another region answered or shared, and their outcome. */
export const fact: FactDefinition = {
  name: 'exchange.objections',
  titles: { zh: '共享数据异议', en: 'Objections to exchanged data' },
  measures: [flow('exchange.objections', '件', '异议（提出、办结）', 'Objections raised and answered')],
  reads: { [RAISED]: ofObjection, [RESOLVED]: ofObjection },
  fold,
};
