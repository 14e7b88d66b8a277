import { readFileSync } from 'node:fs';
import { addressesOf } from '../../stack/addresses.js';
import type { Terminal } from '../../terminal/terminal.js';
import { CommandError, type CommandContext } from '../command.js';
import { postJson } from '../send-json.js';

interface FigureChange {
  readonly region: string;
  readonly periodEnd: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly difference: string | null;
}

interface HistoryChange {
  readonly figures: number;
  readonly changed: number;
  readonly first: FigureChange | null;
  readonly largest: FigureChange | null;
}

interface Standing {
  readonly value: string | null;
  readonly status: string | null;
}

interface SmallCells {
  readonly k: number | null;
  readonly underThreshold: number;
  readonly withheld: number;
}

interface TellingDifference {
  readonly wider: string;
  readonly narrower: string;
  readonly region: string;
  readonly period: string;
  readonly k: number;
}

interface RehearsalJson {
  readonly indicator: string;
  readonly current: { readonly version: number } | null;
  readonly proposed: { readonly version: number };
  readonly district: HistoryChange;
  readonly streets: readonly (HistoryChange & { readonly region: string })[];
  readonly base: { readonly changes: boolean };
  readonly planDates: readonly {
    readonly asOf: string;
    readonly before: Standing | null;
    readonly after: Standing;
    readonly difference: string | null;
  }[];
  readonly statusChanges: boolean;
  readonly smallCells: { readonly before: SmallCells | null; readonly after: SmallCells };
  readonly tellingDifferences: readonly TellingDifference[];
}

export async function rehearse(
  file: string,
  { json }: { readonly json?: boolean },
  { config, terminal }: CommandContext,
): Promise<void> {
  const report = await postJson<RehearsalJson>(
    `${addressesOf(config).metrics}/v1/rehearsals`,
    readProposal(file),
  );
  if (json) return terminal.json(report);
  print(report, terminal);
}

function readProposal(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CommandError(
      error instanceof SyntaxError ? `${file} is not JSON: ${error.message}` : `cannot read ${file}`,
    );
  }
}

const NONE = '–';

function print(report: RehearsalJson, terminal: Terminal): void {
  const { indicator, current, proposed, district, streets, planDates, smallCells } = report;
  terminal.print(`${indicator}: version ${current?.version ?? NONE} → ${proposed.version}, nothing stored`);
  terminal.table(
    [
      { title: 'region' },
      { title: 'month ends', align: 'right' },
      { title: 'changed', align: 'right' },
      { title: 'first' },
      { title: 'largest', align: 'right' },
    ],
    [{ region: 'district', ...district }, ...streets].map(({ region, figures, changed, first, largest }) => [
      region,
      String(figures),
      String(changed),
      first?.periodEnd ?? NONE,
      largest ? `${largest.difference} (${largest.periodEnd})` : NONE,
    ]),
  );
  terminal.print('');
  terminal.table(
    ['at', 'before', 'after', 'difference', 'status'].map((title) => ({ title })),
    planDates.map(({ asOf, before, after, difference }) => [
      asOf,
      before?.value ?? NONE,
      after.value ?? NONE,
      difference ?? NONE,
      before && before.status !== after.status
        ? `${before.status ?? NONE} → ${after.status ?? NONE}`
        : (after.status ?? NONE),
    ]),
  );
  terminal.print('');
  terminal.print(`The base figure ${report.base.changes ? 'would match otherwise' : 'matches as before'}.`);
  terminal.print(smallCellsLine(smallCells));
  for (const line of tellingLines(report.tellingDifferences)) terminal.print(line);
}

/** Pairs for which an edition with this definition would be refused. */
export const tellingLines = (differences: readonly TellingDifference[]): string[] =>
  differences.map(
    ({ narrower, wider, region, period, k }) =>
      `${narrower} would lack fewer than ${k} people of ${wider} (${region}, ${period}): an edition of it is refused.`,
  );

/** How many 街镇 figures would tell of few people, and how many are withheld for it. */
export const smallCellsLine = ({ before, after }: RehearsalJson['smallCells']): string =>
  after.k === null
    ? 'It counts no people; nothing is withheld.'
    : `街镇 figures under ${after.k} people: ${before?.underThreshold ?? 0} → ${after.underThreshold}; ` +
      `withheld with those beside them: ${before?.withheld ?? 0} → ${after.withheld}.`;
