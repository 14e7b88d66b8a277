import { rebuildEdition } from '@minhai/metrics';
import { startedInstance } from '../../stack/started-instance.js';
import { formatCount } from '../../terminal/duration.js';
import type { CommandContext } from '../command.js';

const DIFFERENT = 1;

export async function rebuild(
  id: string,
  { json }: { readonly json?: boolean },
  { config, terminal, exitWith }: CommandContext,
): Promise<void> {
  const databaseUrl = startedInstance(config).databaseUrl('minhai_metrics');
  const result = await terminal.step('rebuild from the lake', () =>
    rebuildEdition({ databaseUrl, edition: id }),
  );
  if (!result.identical) exitWith(DIFFERENT);
  if (json) return terminal.json(result);
  for (const { pointer, stored, rebuilt } of result.differences)
    terminal.print(`✗ ${pointer}: ${JSON.stringify(stored)} is ${JSON.stringify(rebuilt)}`);
  terminal.print(
    result.identical
      ? `✓ identical: ${formatCount(result.events)} events of the lake make these very bytes, sha256:${result.digest}`
      : `✗ different: sha256:${result.digest} came out as ${result.rebuiltDigest}`,
  );
}
