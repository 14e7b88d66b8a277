import type { Problem } from '@minhai/errors';
import { judge, readHttpEvent, type Catalogue } from '@minhai/events';
import { findType } from '@minhai/samples';
import type { Mapping } from '../mapping/mapping.js';
import { rowProblem, type RowProblem } from '../problem.js';
import type { ReadContext } from '../values/read-value.js';
import { buildRow, columnsAt, type BuiltEvent } from './build-events.js';
import type { TableRow } from './table.js';

export interface ReadyEvent {
  readonly row: number;
  readonly id: string;
  readonly type: string;
  /** The event as it is sent. */
  readonly line: string;
}

export interface BadRow {
  readonly row: TableRow;
  readonly problems: readonly RowProblem[];
}

/** A sheet judged row by row: a row is sent whole or not at all. */
export interface JudgedRows {
  readonly ready: readonly ReadyEvent[];
  readonly bad: readonly BadRow[];
  /** Rows that say again what a row above them says, word for word. */
  readonly repeated: readonly number[];
  /** Rows that give no event, because no `when` of the mapping holds. */
  readonly empty: readonly number[];
}

export interface JudgeContext {
  readonly mapping: Mapping;
  readonly catalogue: Catalogue;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly context: Omit<ReadContext, 'cell'>;
}

/** Reads and judges every row as the gateway will. */
export function judgeRows(rows: readonly TableRow[], context: JudgeContext): JudgedRows {
  const ready: ReadyEvent[] = [];
  const bad: BadRow[] = [];
  const repeated: number[] = [];
  const empty: number[] = [];
  const byId = new Map<string, ReadyEvent>();
  for (const row of rows) {
    const { events, problems } = judgeRow(row, context);
    const conflict = problems.length > 0 ? undefined : findConflict(events, byId);
    if (conflict !== undefined) bad.push({ row, problems: [conflict] });
    else if (problems.length > 0) bad.push({ row, problems });
    else if (events.length === 0) empty.push(row.number);
    else {
      const fresh = events.filter(({ id }) => !byId.has(id));
      if (fresh.length === 0) repeated.push(row.number);
      for (const event of fresh) byId.set(event.id, event);
      ready.push(...fresh);
    }
  }
  return { ready, bad, repeated, empty };
}

function judgeRow(
  row: TableRow,
  context: JudgeContext,
): { readonly events: readonly ReadyEvent[]; readonly problems: readonly RowProblem[] } {
  const built = buildRow(row, context);
  const problems = [...built.problems];
  const events = built.events.map((one) => {
    const line = JSON.stringify(one.event);
    problems.push(...judgeEvent(one, line, context));
    return { row: row.number, id: String(one.event['id']), type: String(one.event['type']), line };
  });
  return { events, problems };
}

function judgeEvent({ spec }: BuiltEvent, line: string, { catalogue, now }: JudgeContext): RowProblem[] {
  const read = readHttpEvent(line, catalogue);
  const found: readonly Problem[] = read.ok ? judge(read.value, { now, catalogue }).problems : read.problems;
  const rules = catalogue.find(findType(spec.type, catalogue)!)!.rules;
  return found.map(({ code, pointer, message }) => {
    const rule = code === 'RULE' ? rules.find(({ name }) => message.startsWith(`${name}:`)) : undefined;
    return rowProblem(code, pointer, columnsAt(spec, pointer), {
      en: message,
      ...(rule && { zh: rule.zh }),
    });
  });
}

function findConflict(
  events: readonly ReadyEvent[],
  byId: ReadonlyMap<string, ReadyEvent>,
): RowProblem | undefined {
  const other = events
    .map(({ id, line }) => ({ line, first: byId.get(id) }))
    .find(({ line, first }) => first !== undefined && first.line !== line)?.first;
  return (
    other &&
    rowProblem('ID_CONFLICT', '', [], {
      zh: `与第 ${other.row} 行键值相同而内容不同；请合并两行，或更正键值`,
      en: `has the key of row ${other.row} and another content; make one row of them, or correct the key`,
    })
  );
}
