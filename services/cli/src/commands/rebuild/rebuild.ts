import { CrashError, RetryableError } from '@minhai/errors';
import { rebuildMetrics } from '@minhai/metrics';
import { startedInstance } from '../../stack/started-instance.js';
import { formatCount, formatDuration } from '../../terminal/duration.js';
import type { Terminal } from '../../terminal/terminal.js';
import { CommandError, type CommandContext } from '../command.js';
import { phaseDisplay } from './phase-display.js';

type Rebuilt = Awaited<ReturnType<typeof rebuildMetrics>>;

/** Rebuilds; what is there stays as it is until the exchange, and for good when it fails. */
export async function rebuild(
  { json }: { readonly json?: boolean },
  { config, terminal }: CommandContext,
): Promise<void> {
  const databaseUrl = startedInstance(config).databaseUrl('minhai_metrics');
  const begun = performance.now();
  const rebuilt = await build(databaseUrl, terminal);
  const seconds = (performance.now() - begun) / 1000;
  if (json) terminal.json({ ...rebuilt, seconds });
  else print(rebuilt, seconds, terminal);
}

async function build(databaseUrl: string, terminal: Terminal): Promise<Rebuilt> {
  const display = phaseDisplay(terminal);
  try {
    return await rebuildMetrics({ databaseUrl, progress: display.show });
  } catch (error) {
    if (error instanceof RetryableError || error instanceof CrashError)
      throw new CommandError(`nothing was exchanged: ${error.message}`);
    throw error;
  } finally {
    display.end();
  }
}

function print({ events, drifted }: Rebuilt, seconds: number, terminal: Terminal): void {
  const rate = formatCount(Math.round(events / seconds));
  terminal.print(
    `✓ ${formatCount(events)} events rebuilt in ${formatDuration(seconds * 1000)} (${rate}/s); totals are the sums of their parts`,
  );
  if (drifted.length === 0) return;
  terminal.print('Facts that came out otherwise though their definitions are the same:');
  for (const name of drifted) terminal.print(`  ${name}`);
}
