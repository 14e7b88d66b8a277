import { endLeftovers, homeLayout, lockHolder, readState, signalProcess, waitForExit } from '@minhai/runtime';
import type { CommandContext } from '../command.js';

/** Long enough for every service to drain and PostgreSQL to write its checkpoint. */
const STOP_WITHIN_MS = 60_000;

/** Stops the instance of this home directory, and what a killed one left behind. Nothing running is no failure. */
export async function down({ config, terminal }: CommandContext): Promise<void> {
  const layout = homeLayout(config.home);
  const holder = lockHolder(layout.lockFile);
  if (!holder) {
    const state = readState(layout.stateFile);
    const names = new Set(state?.processes.map(({ name }) => name));
    const ended = await endLeftovers(state, names);
    terminal.note(
      ended.length > 0 ? `ended what was left: ${ended.join(', ')}` : `nothing runs in ${config.home}`,
    );
    return;
  }
  await terminal.step('stop', async () => {
    signalProcess(holder.pid, 'SIGTERM');
    if (await waitForExit(holder.pid, STOP_WITHIN_MS)) return;
    // Its children watch it: they end by themselves.
    signalProcess(holder.pid, 'SIGKILL');
    await waitForExit(holder.pid, 5_000);
  });
}
