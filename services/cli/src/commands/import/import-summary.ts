import { formatCount } from '../../terminal/duration.js';
import type { Terminal } from '../../terminal/terminal.js';
import type { PublishSummary } from '../publish/publish-file.js';
import type { RowProblem } from './problem.js';
import type { BadRow, JudgedRows } from './rows/judge-rows.js';
import type { Table } from './rows/table.js';

export interface ImportSummary {
  readonly file: string;
  readonly dryRun: boolean;
  readonly rows: number;
  readonly skippedRows: number;
  /** Rows that repeat one above them, by row number. */
  readonly repeatedRows: readonly number[];
  /** Rows that give no event. */
  readonly emptyRows: readonly number[];
  readonly events: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly conflict: number;
  readonly held: number;
  readonly refused: number;
  readonly pending: number;
  readonly problemRows: number;
  readonly problems: readonly ({ readonly row: number } & RowProblem)[];
  readonly problemsFile: string | null;
}

const MOST_SHOWN = 20;

export function summarise(done: {
  readonly file: string;
  readonly table: Table;
  readonly judged: JudgedRows;
  readonly bad: readonly BadRow[];
  readonly sent: PublishSummary | undefined;
  readonly problemsFile: string | null;
}): ImportSummary {
  const { file, table, judged, bad, sent, problemsFile } = done;
  const conflicts = sent?.held.filter(({ code }) => code === 'ID_CONFLICT').length ?? 0;
  return {
    file,
    dryRun: sent === undefined,
    rows: table.rows.length,
    skippedRows: table.skipped,
    repeatedRows: judged.repeated,
    emptyRows: judged.empty,
    events: judged.ready.length,
    accepted: sent?.accepted ?? 0,
    duplicate: sent?.duplicate ?? 0,
    conflict: conflicts,
    held: (sent?.held.length ?? 0) - conflicts,
    refused: sent?.refused.length ?? 0,
    pending: sent?.pending ?? 0,
    problemRows: bad.length,
    problems: bad.flatMap(({ row, problems }) =>
      problems.map((problem) => ({ row: row.number, ...problem })),
    ),
    problemsFile,
  };
}

export function printImport(summary: ImportSummary, terminal: Terminal): void {
  const counts: [number, string][] = [
    [summary.rows, 'rows'],
    [summary.skippedRows, 'skipped'],
    [summary.repeatedRows.length, 'repeated'],
    [summary.emptyRows.length, 'without an event'],
    [summary.problemRows, 'with problems'],
  ];
  terminal.print(line(counts));
  if (summary.dryRun) terminal.print(`${formatCount(summary.events)} events are in order; nothing was sent`);
  else
    terminal.print(
      line([
        [summary.events, 'events'],
        [summary.accepted, 'accepted'],
        [summary.duplicate, 'duplicate'],
        [summary.conflict, 'in conflict'],
        [summary.held, 'held'],
        [summary.refused, 'refused'],
        [summary.pending, 'without a receipt yet'],
      ]),
    );
  printProblems(summary, terminal);
}

/** The first number always, the others when there are any. */
const line = (counts: readonly (readonly [number, string])[]): string =>
  counts
    .filter(([count], i) => i === 0 || count > 0)
    .map(([count, name]) => `${formatCount(count)} ${name}`)
    .join(' · ');

function printProblems({ problems, problemsFile }: ImportSummary, terminal: Terminal): void {
  if (problemsFile === null) return;
  terminal.print('');
  terminal.table(
    [{ title: 'row', align: 'right' }, { title: 'code' }, { title: 'column' }, { title: 'what to do' }],
    problems
      .slice(0, MOST_SHOWN)
      .map(({ row, code, columns, pointer, zh }) => [
        String(row),
        code,
        columns.join(' ') || pointer || '–',
        zh,
      ]),
  );
  if (problems.length > MOST_SHOWN) terminal.print(`and ${formatCount(problems.length - MOST_SHOWN)} more`);
  terminal.print('');
  terminal.print(`The rows with problems are in ${problemsFile}; correct them there and import that file.`);
}
