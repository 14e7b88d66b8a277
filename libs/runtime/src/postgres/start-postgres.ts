import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { requireFreePort } from '../network/port.js';
import { spawnGuarded, type Exit, type GuardedChild } from '../process/guarded-child.js';
import { commandLine, endProcess } from '../process/process-table.js';
import { prepareCluster, SUPERUSER, type Cluster } from './cluster.js';
import { placeFor, type Place } from './place.js';

export interface PostgresOptions {
  /** Keeps the cluster; created when missing. */
  readonly directory: string;
  readonly port: number;
  readonly logFile: string;
  /** false: no fsync, for tests only. Default true. */
  readonly durable?: boolean;
}

export interface RunningPostgres {
  /** Superuser's URL of the database `postgres`. */
  readonly url: string;
  readonly port: number;
  /** The postmaster. */
  readonly pid: number;
  readonly exited: Promise<Exit>;
  kill(signal: NodeJS.Signals): void;
  /** Fast shutdown. */
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 60_000;
const STOP_GRACE_MS = 20_000;

/**
 * Starts PostgreSQL on the loopback address and resolves when a connection has been answered. A server left over from
 * a start that was killed is ended first. Throws PortInUseError, or an Error that carries the end of the log.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { port, logFile, durable = true } = options;
  const directory = resolve(options.directory);
  const place = placeFor(directory);
  await endLeftover(join(place.directory, 'data'));
  await requireFreePort('PostgreSQL', port);
  const cluster = await prepareCluster(place, directory, { port, durable });
  const url = `postgres://${SUPERUSER}:${encodeURIComponent(cluster.password)}@127.0.0.1:${port}/postgres`;
  const child = await launchUntilReady({ place, cluster, url, logFile });
  return {
    url,
    port,
    pid: child.pid,
    exited: child.exited,
    kill: child.kill,
    stop: async () => void (await child.stop()),
  };
}

interface Launch {
  readonly place: Place;
  readonly cluster: Cluster;
  readonly url: string;
  readonly logFile: string;
}

/** The server processes of a killed postmaster need a moment to notice; until then its successor refuses to start. */
async function launchUntilReady(launch: Launch): Promise<GuardedChild> {
  const deadline = performance.now() + READY_WITHIN_MS;
  for (;;) {
    const child = await spawnGuarded({
      command: join(launch.place.binaries, 'bin', 'postgres'),
      args: ['-D', launch.cluster.dataDirectory],
      cwd: launch.place.directory,
      env: {},
      logFile: launch.logFile,
      stopSignal: 'SIGINT',
      graceMs: STOP_GRACE_MS,
      user: launch.place.user,
    });
    if (await answers(child, launch.url, deadline)) return child;
    await child.stop();
    const mayPass = /pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(
      child.output(),
    );
    if (!mayPass || performance.now() > deadline) {
      throw new Error(`PostgreSQL did not start. The end of ${launch.logFile}:\n${child.output()}`);
    }
    await sleep(250);
  }
}

/** True when a connection was answered; false when the server ended, refuses us for good, or the deadline passed. */
async function answers(child: GuardedChild, url: string, deadline: number): Promise<boolean> {
  while (!child.hasExited() && performance.now() < deadline) {
    const state = await tryConnection(url);
    if (state !== 'not yet') return state === 'ready';
    await sleep(50);
  }
  return false;
}

async function tryConnection(url: string): Promise<'ready' | 'not yet' | 'refused'> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  // A server that goes away while we ask is simply not ready; its exit is watched elsewhere.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return 'ready';
  } catch (error) {
    // Class 28 is authentication: a wrong password never becomes right by waiting.
    return (error as { code?: string }).code?.startsWith('28') ? 'refused' : 'not yet';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Ends a postmaster of this very data directory, and clears a lock file whose process id now belongs to a stranger. */
async function endLeftover(dataDirectory: string): Promise<void> {
  const lock = join(dataDirectory, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  const line = Number.isInteger(pid) && pid > 0 ? commandLine(pid) : undefined;
  if (line === undefined) return; // PostgreSQL sees by itself that nobody holds it
  if (line.includes(`-D ${dataDirectory}`)) await endProcess(pid, 'SIGINT', STOP_GRACE_MS);
  else rmSync(lock);
}
