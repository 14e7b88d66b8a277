import { spawn } from 'node:child_process';
import { closeSync, fstatSync } from 'node:fs';
import { logSince, openLog } from './log-file.js';
import { signalProcess } from './process-table.js';

export interface GuardedCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Standard output and error are appended here. */
  readonly logFile: string;
  /** What asks this program to stop cleanly. */
  readonly stopSignal: NodeJS.Signals;
  /** Milliseconds between the stop signal and SIGKILL. */
  readonly graceMs: number;
  readonly user?: { readonly uid: number; readonly gid: number };
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface GuardedChild {
  /** The program itself, not a wrapper: signals sent here reach it. */
  readonly pid: number;
  readonly exited: Promise<Exit>;
  hasExited(): boolean;
  /** The end of what it has written since it started. */
  output(): string;
  kill(signal: NodeJS.Signals): void;
  /** Stop signal, then SIGKILL after the grace time. Resolves when the program has gone. */
  stop(): Promise<Exit>;
}

/**
 * A watcher holds the reading end of a pipe whose only writing end is ours. When we go, however we go, it reads the
 * end of the pipe and stops the program. `exec` keeps the shell's id, so the id we know is the program's own; the
 * watcher is orphaned on purpose, so that the program does not find a child it never made.
 */
const GUARD = `
signal=$1; grace=$2; shift 2
exec 3<&0 </dev/null
( ( trap '' INT TERM HUP
    while read -r _ <&3; do :; done
    kill -"$signal" $$ 2>/dev/null
    while [ "$grace" -gt 0 ] && kill -0 $$ 2>/dev/null; do sleep 1; grace=$((grace - 1)); done
    kill -KILL $$ 2>/dev/null
  ) >/dev/null 2>&1 & )
exec "$@" 3<&-
`;

/** Starts a native program that dies with this process, also when this process is killed. */
export async function spawnGuarded(command: GuardedCommand): Promise<GuardedChild> {
  const log = openLog(command.logFile);
  const logStart = fstatSync(log).size;
  const signalName = command.stopSignal.replace(/^SIG/, '');
  const graceSeconds = String(Math.ceil(command.graceMs / 1000));
  const child = spawn(
    '/bin/sh',
    ['-c', GUARD, 'guard', signalName, graceSeconds, command.command, ...command.args],
    {
      cwd: command.cwd,
      env: command.env,
      stdio: ['pipe', log, log],
      detached: true, // a session of its own: Ctrl-C in the terminal is ours to act on, in the right order
      ...command.user,
    },
  );
  closeSync(log);
  const exited = new Promise<Exit>((resolve) =>
    child.once('exit', (code, signal) => resolve({ code, signal })),
  );
  await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  const pid = child.pid!;
  let gone = false;
  void exited.then(() => (gone = true));
  const kill = (signal: NodeJS.Signals) => {
    if (!gone) signalProcess(pid, signal);
  };
  return {
    pid,
    exited,
    hasExited: () => gone,
    output: () => logSince(command.logFile, logStart),
    kill,
    async stop() {
      kill(command.stopSignal);
      const insist = setTimeout(() => kill('SIGKILL'), command.graceMs);
      return exited.finally(() => clearTimeout(insist));
    },
  };
}
