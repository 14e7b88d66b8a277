import { verifyMetrics, type MetricsVerification } from '@minhai/metrics';
import { startedInstance } from '../../stack/started-instance.js';
import { formatCount } from '../../terminal/duration.js';
import type { Terminal } from '../../terminal/terminal.js';
import type { CommandContext } from '../command.js';

const DIFFERENT = 1;
const MOST_SHOWN = 20;

export async function verify(
  { json }: { readonly json?: boolean },
  { config, terminal, exitWith }: CommandContext,
): Promise<void> {
  const databaseUrl = startedInstance(config).databaseUrl('minhai_metrics');
  const verification = await terminal.step('recompute from the lake', () => verifyMetrics({ databaseUrl }));
  if (json) terminal.json(verification);
  else print(verification, terminal);
  if (!verification.equal) exitWith(DIFFERENT);
}

function print({ equal, counts, differences }: MetricsVerification, terminal: Terminal): void {
  terminal.table(
    [
      { title: 'table' },
      { title: 'stored', align: 'right' },
      { title: 'recomputed', align: 'right' },
      { title: 'different', align: 'right' },
    ],
    Object.entries(counts).map(([table, { live, recomputed, different }]) => [
      table,
      formatCount(live),
      formatCount(recomputed),
      formatCount(different),
    ]),
  );
  terminal.print('');
  terminal.print(equal ? '✓ exact: everything stored is what the lake’s events make of it' : '✗ not exact');
  for (const difference of differences.slice(0, MOST_SHOWN))
    terminal.print(JSON.stringify(difference, withBigints));
}

const withBigints = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value;
