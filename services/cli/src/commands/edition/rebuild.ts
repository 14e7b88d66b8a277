import { RefusedError } from '@minhai/errors';
import { type EditionRebuild, rebuildEdition } from '@minhai/metrics';
import { readInstance } from '@minhai/runtime';
import { formatCount } from '../../terminal/duration.js';
import { CommandError, type CommandContext } from '../command.js';

const DIFFERENT = 1;

export async function rebuild(
  id: string,
  { json }: { readonly json?: boolean },
  { config, terminal, exitWith }: CommandContext,
): Promise<void> {
  const instance = readInstance(config.home);
  if (!instance)
    throw new CommandError(`nothing has been started in ${config.home} yet. Begin with: npx minhai up`);
  const databaseUrl = instance.databaseUrl('minhai_metrics');
  const result = await terminal.step('rebuild from the lake', () => rebuilt(databaseUrl, id));
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

async function rebuilt(databaseUrl: string, edition: string): Promise<EditionRebuild> {
  try {
    return await rebuildEdition({ databaseUrl, edition });
  } catch (error) {
    if (error instanceof RefusedError) throw new CommandError(error.message);
    throw error;
  }
}
