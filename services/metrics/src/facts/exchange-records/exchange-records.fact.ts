import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { stock } from '../measure.js';
import { needs } from '../once.js';
import { openRows } from '../paired-course.js';

export const PUBLISHED = 'cn.gov.mca.exchange.record.published';
export const WITHDRAWN = 'cn.gov.mca.exchange.record.withdrawn';
export const OBJECTED = 'cn.gov.mca.exchange.objection.raised';

type Publication = EventOf<typeof PUBLISHED>;
type Turn = Publication | EventOf<typeof WITHDRAWN>;
type Objection = EventOf<typeof OBJECTED>;

const isPublished = ofType(PUBLISHED);
const isObjection = ofType(OBJECTED);

/** A shared record stands from its publication until it is withdrawn, whatever version it has reached. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const turns = history.filter((event): event is Turn => !isObjection(event));
  const published = history.find(isPublished);
  return {
    rows: turns.flatMap((turn, i) => rowsOf(turn, turns[i + 1])),
    findings: [
      ...turns.flatMap((turn, i) => turnProblems(turn, turns[i - 1])),
      ...history.filter(isObjection).flatMap((objection) =>
        needs(objection, published, {
          without: 'objection to an unknown record',
          before: 'objection before the record',
        }),
      ),
    ],
  };
}

/** Each version counts until the next turn, so that a record counts once. */
const rowsOf = (turn: Turn, next: Turn | undefined): FactRow[] =>
  isPublished(turn) ? openRows(turn, next, 'exchange.records', { resource: turn.data.resource }) : [];

function turnProblems(turn: Turn, last: Turn | undefined): Finding[] {
  const { version } = turn.data;
  const about = (rule: 'STATE' | 'SEQ_GAP' | 'MISSING_PREDECESSOR', text: string): Finding[] => [
    finding(rule, [turn], { case: text, day: turn.day, version, last: last?.data.version ?? 0 }),
  ];
  if (isPublished(turn)) {
    if (version <= (last?.data.version ?? 0)) return about('STATE', 'version not newer than the last');
    return last && version > last.data.version + 1 ? about('SEQ_GAP', 'version left out') : [];
  }
  if (!last) return about('MISSING_PREDECESSOR', 'withdrawn before published');
  return isPublished(last) ? [] : about('STATE', 'withdrawn twice');
}

const keyOf = ({ data }: Turn): string[] => [`${data.resource}:${data.recordKey}`];

/** Records shared with the other regions. */
export const fact: FactDefinition = {
  name: 'exchange.records',
  titles: { zh: '共享记录', en: 'Shared records' },
  measures: [stock('exchange.records', '条', '共享中的记录', 'Records shared')],
  reads: {
    [PUBLISHED]: keyOf,
    [WITHDRAWN]: keyOf,
    [OBJECTED]: ({ data }: Objection) =>
      data.recordKey === null ? [] : [`${data.resource}:${data.recordKey}`],
  },
  fold,
};
