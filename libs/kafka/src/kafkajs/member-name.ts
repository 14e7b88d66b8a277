import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * Process ids mean something only where they were given: by this kernel since it started, and in this container on it.
 * Names of machines may be alike.
 */
const place = `${kernel()}.${pidNamespace()}`;

function kernel(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return hostname(); // not Linux
  }
}

function pidNamespace(): string {
  try {
    return /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '0';
  } catch {
    return '0'; // not Linux: one space of process ids for the whole machine
  }
}

const prefixOf = (clientId: string): string => `${clientId}@${place}.`;

/** What a member of a consumer group is called, so that its successor can tell whether it still lives. */
export const memberName = (clientId: string, pid = process.pid): string => `${prefixOf(clientId)}${pid}`;

/** Whether this name was given by a process of ours that has ended. Of another machine nobody here can know. */
export function isOfEndedProcess(name: string, clientId: string): boolean {
  const prefix = prefixOf(clientId);
  const pid = name.startsWith(prefix) ? name.slice(prefix.length) : '';
  return /^[1-9]\d*$/.test(pid) && hasEnded(Number(pid));
}

function hasEnded(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
