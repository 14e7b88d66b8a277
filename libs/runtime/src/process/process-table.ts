import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** True while a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The command line of a process, words separated by blanks; `undefined` when there is no such process. */
export function commandLine(pid: number): string | undefined {
  return fromProc(pid, 'cmdline')?.replaceAll('\0', ' ').trim() || fromPs(pid, 'args=');
}

/**
 * A token that differs between two processes which had the same id one after the other, so that an
 * id read from a file is not mistaken for a stranger. `undefined` when there is no such process.
 */
export function startToken(pid: number): string | undefined {
  const stat = fromProc(pid, 'stat');
  // The second field is the program name in brackets and may hold blanks; start time is the 20th after it.
  return stat ? stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] : fromPs(pid, 'lstart=');
}

/** Resident memory in bytes; `undefined` when there is no such process. */
export function residentBytes(pid: number): number | undefined {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(fromProc(pid, 'status') ?? '')?.[1] ?? fromPs(pid, 'rss=');
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

/** Waits until the process is gone; false when `timeoutMs` passed first. */
export async function waitForExit(pid: number, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (isRunning(pid)) {
    if (performance.now() > deadline) return false;
    await sleep(25);
  }
  return true;
}

/** Asks a process that is not our child to end, and insists after `graceMs`. */
export async function endProcess(pid: number, signal: NodeJS.Signals, graceMs: number): Promise<void> {
  signalProcess(pid, signal);
  if (await waitForExit(pid, graceMs)) return;
  signalProcess(pid, 'SIGKILL');
  await waitForExit(pid, 5_000);
}

/** Sends a signal; a process that is already gone is not an error. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** A zombie still has an id but has let go of its files and ports. */
function isRunning(pid: number): boolean {
  const stat = fromProc(pid, 'stat');
  return stat ? !stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z') : isAlive(pid);
}

function fromProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined; // no such process, or no /proc on this system: the caller asks ps next
  }
}

function fromPs(pid: number, column: string): string | undefined {
  if (process.platform === 'linux') return undefined;
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', column], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined; // ps answers with an error when the process does not exist
  }
}
