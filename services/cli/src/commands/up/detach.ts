import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  homeLayout,
  isAlive,
  lockHolder,
  AlreadyRunningError,
  openLog,
  readState,
  repositoryRoot,
} from '@minhai/runtime';
import { CommandError, type CommandContext } from '../command.js';
import { LogTail } from '../logs/log-tail.js';
import type { UpOptions } from './up.command.js';

const POLL_MS = 200;

/** Starts the same command in a session of its own and returns when it is up, showing what it says meanwhile. */
export async function upDetached({ empty }: UpOptions, { config, terminal }: CommandContext): Promise<void> {
  const layout = homeLayout(config.home);
  const holder = lockHolder(layout.lockFile);
  if (holder) throw new AlreadyRunningError(config.home, holder.pid);
  const logFile = layout.logFile('minhai');
  const log = openLog(logFile);
  const tail = new LogTail(logFile);
  tail.next();
  const door = join(repositoryRoot, 'services', 'cli', 'bin', 'minhai.mjs');
  const child = spawn(process.execPath, [door, 'up', ...(empty ? ['--empty'] : [])], {
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  child.unref();
  const isUp = () => {
    const state = readState(layout.stateFile);
    return state?.supervisor === child.pid && state?.phase === 'running';
  };
  const relay = () => tail.next().forEach((line) => terminal.note(line));
  for (let alive = true; !isUp();) {
    if (!alive) throw new CommandError(`Minhai did not come up; ${logFile} says why`);
    await sleep(POLL_MS);
    alive = isAlive(child.pid!);
    relay();
  }
  relay();
  terminal.note(
    'Minhai runs in the background. Look at it with "npx minhai status", stop it with "npx minhai down".',
  );
}
