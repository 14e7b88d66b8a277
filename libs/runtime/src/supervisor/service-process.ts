import { fork } from 'node:child_process';
import { closeSync, existsSync, fstatSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnvironment } from '../config.js';
import { requireFreePort } from '../network/port.js';
import type { Exit } from '../process/guarded-child.js';
import { logSince, openLog } from '../process/log-file.js';
import type { RunningProcess } from './supervised-process.js';

/** One Node service: a compiled main file that listens on `port` and answers GET /health/ready. */
export interface ServiceProcessOptions {
  readonly name: string;
  /** Absolute path of the compiled main file. */
  readonly main: string;
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
}

const STOP_GRACE_MS = 15_000;
const READY_WITHIN_MS = 120_000;
const PROBE_TIMEOUT_MS = 2_000;

/**
 * Starts a service and resolves when it is ready. It holds an IPC channel to us and ends when that closes, so it
 * outlives us by no more than its own clean stop. Throws PortInUseError, or an Error that carries the end of its log.
 */
export async function startServiceProcess(
  options: ServiceProcessOptions,
  spawned: (process: RunningProcess) => void,
): Promise<RunningProcess> {
  const { name, main, port, logFile } = options;
  if (!existsSync(main)) throw new Error(`${name} is not built: ${main} is missing. Run npm run build.`);
  await requireFreePort(name, port);
  const log = openLog(logFile);
  const logStart = fstatSync(log).size;
  const child = fork(main, [], {
    env: childEnvironment({ ...options.environment, PORT: String(port) }),
    // Batches are garbage as soon as they are written; a young generation that holds some spares copying them.
    execArgv: ['--enable-source-maps', '--max-semi-space-size=64'],
    stdio: ['ignore', log, log, 'ipc'],
    detached: true,
  });
  closeSync(log);
  await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  let gone = false;
  const exited = new Promise<Exit>((resolve) =>
    child.once('exit', (code, signal) => {
      gone = true;
      resolve({ code, signal });
    }),
  );
  const running: RunningProcess = {
    pid: child.pid!,
    exited,
    kill: (signal) => void child.kill(signal),
    async stop() {
      child.kill('SIGTERM');
      const insist = setTimeout(() => child.kill('SIGKILL'), STOP_GRACE_MS);
      await exited.finally(() => clearTimeout(insist));
    },
  };
  spawned(running);
  const deadline = performance.now() + READY_WITHIN_MS;
  while (!gone && performance.now() < deadline) {
    if (await isReady(port)) return running;
    await sleep(100);
  }
  const why = gone ? 'ended before it was ready' : `was not ready within ${READY_WITHIN_MS / 1000} s`;
  throw new Error(`${name} ${why}. The end of ${logFile}:\n${logSince(logFile, logStart)}`);
}

/** The service's own word: every part it needs answers. */
export async function isReady(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`, {
      signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false; // not listening yet, or too busy to answer: both mean not ready
  }
}
