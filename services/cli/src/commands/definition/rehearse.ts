import { readFileSync } from 'node:fs';
import type { Rehearsal } from '@minhai/metrics';
import { addressesOf } from '../../stack/addresses.js';
import type { Terminal } from '../../terminal/terminal.js';
import { CommandError, type CommandContext } from '../command.js';
import { postJson } from '../send-json.js';

export async function rehearse(
  file: string,
  { json }: { readonly json?: boolean },
  { config, terminal }: CommandContext,
): Promise<void> {
  const report = await postJson<Rehearsal>(
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

function print(report: Rehearsal, terminal: Terminal): void {
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
export const tellingLines = (differences: Rehearsal['tellingDifferences']): string[] =>
  differences.map(
    ({ narrower, wider, region, period, k }) =>
      `${narrower} would lack fewer than ${k} people of ${wider} (${region}, ${period}): an edition of it is refused.`,
  );

/** How many 街镇 figures would tell of few people, and how many are withheld for it. */
export const smallCellsLine = ({ before, after }: Rehearsal['smallCells']): string =>
  after.k === null
    ? 'It counts no people; nothing is withheld.'
    : `街镇 figures under ${after.k} people: ${before?.underThreshold ?? 0} → ${after.underThreshold}; ` +
      `withheld with those beside them: ${before?.withheld ?? 0} → ${after.withheld}.`;
