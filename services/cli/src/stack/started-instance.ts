import { readInstance, type Instance } from '@minhai/runtime';
import { CommandError } from '../commands/command.js';
import type { CliConfig } from '../config.js';

/** The instance that lives in this home directory. Throws CommandError when nothing was ever started there. */
export function startedInstance({ home }: CliConfig): Instance {
  const instance = readInstance(home);
  if (!instance) throw new CommandError(`nothing has been started in ${home} yet. Begin with: npx minhai up`);
  return instance;
}
