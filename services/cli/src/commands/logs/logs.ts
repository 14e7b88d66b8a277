import { existsSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { homeLayout } from '@minhai/runtime';
import { CommandError, type CommandContext } from '../command.js';
import { LogTail } from './log-tail.js';

export interface LogsRequest {
  readonly service: string | undefined;
  readonly follow: boolean;
  readonly lines: number;
}

const POLL_MS = 250;

/** Prints the last lines of one log or of all, and goes on printing when asked to. */
export async function logs(
  { service, follow, lines }: LogsRequest,
  { config, terminal }: CommandContext,
): Promise<void> {
  const names = logNames(homeLayout(config.home).logs, service);
  const tails = names.map((name) => new LogTail(homeLayout(config.home).logFile(name)));
  const show = (name: string, texts: readonly string[]) => {
    const prefix = names.length > 1 ? `${name.padEnd(9)}│ ` : '';
    for (const text of texts) terminal.print(prefix + text);
  };
  tails.forEach((tail, index) => show(names[index]!, lines === 0 ? tail.next() : tail.next().slice(-lines)));
  while (follow) {
    await sleep(POLL_MS);
    tails.forEach((tail, index) => show(names[index]!, tail.next()));
  }
}

function logNames(directory: string, service: string | undefined): string[] {
  const names = existsSync(directory)
    ? readdirSync(directory)
        .filter((file) => file.endsWith('.log'))
        .map((file) => basename(file, '.log'))
        .sort()
    : [];
  if (names.length === 0) throw new CommandError(`there are no logs in ${directory} yet`);
  if (service === undefined) return names;
  if (!names.includes(service))
    throw new CommandError(`no log named ${service}; there are ${names.join(', ')}`);
  return [service];
}
