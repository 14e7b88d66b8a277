import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { uuidV7 } from '@minhai/domain';
import { openDatabase } from '@minhai/postgres';
import type { ReferenceFile } from '../harness/bench.js';
import type { BenchInstance } from '../harness/bench-instance.js';
import { binaryCopyFile, type ReferenceRow } from './copy-file.js';

const run = promisify(execFile);
/** Enough to take half a second, so that starting and ending it do not show. */
const ROWS = 200_000;
const PAYLOAD_BYTES = 174;
const FIRST_ID_MS = Date.UTC(2020, 0, 1);
const ROWS_A_MILLISECOND = 10;
/** Beyond this difference between before and after, the machine was not the same. */
export const LARGEST_DRIFT = 0.25;

/** The installed psql, or undefined. */
export function psqlVersion(): string | undefined {
  try {
    return /\d+(\.\d+)*/.exec(execFileSync('psql', ['--version'], { encoding: 'utf8' }))?.[0];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export interface Reference extends ReferenceFile {
  dispose(): Promise<void>;
}

/** The reference rows, in the order of their ids. */
export async function writeReference(): Promise<Reference> {
  const rows = Array.from({ length: ROWS }, (_, i) => referenceRow(i)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const directory = await mkdtemp(join(tmpdir(), 'minhai-bench-'));
  await chmod(directory, 0o755); // without psql the server reads it, and the server may be another user
  const path = join(directory, 'reference.copy');
  await writeFile(path, binaryCopyFile(rows), { mode: 0o644 });
  return { path, rows: ROWS, dispose: () => rm(directory, { recursive: true }) };
}

/** Row `number` from 0: a time-ordered id and a payload of 174 bytes that does not compress. */
export const referenceRow = (number: number): ReferenceRow => ({
  id: uuidV7(FIRST_ID_MS + Math.floor(number / ROWS_A_MILLISECOND), digest(`id ${number}`)),
  payload: Buffer.concat([0, 1, 2, 3, 4, 5].map((part) => digest(`payload ${number}.${part}`))).subarray(
    0,
    PAYLOAD_BYTES,
  ),
});

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Rows per second of `COPY … (FORMAT binary)` into an empty table with a primary key. */
export async function copyRate(instance: BenchInstance, { path, rows }: ReferenceFile): Promise<number> {
  await instance.owner.query('CREATE SCHEMA IF NOT EXISTS bench');
  await instance.owner.query('DROP TABLE IF EXISTS bench.reference');
  await instance.owner.query('CREATE TABLE bench.reference (id uuid PRIMARY KEY, payload bytea NOT NULL)');
  await instance.checkpoint();
  const seconds =
    psqlVersion() === undefined ? await copyOnServer(instance, path) : await copyByPsql(instance, path);
  await instance.owner.query('DROP TABLE bench.reference');
  return rows / seconds;
}

async function copyByPsql(instance: BenchInstance, path: string): Promise<number> {
  const url = instance.stack.database.url('minhai_owner');
  const copy = `\\copy bench.reference (id, payload) from '${path}' with (format binary)`;
  const { stdout } = await run(
    'psql',
    ['-X', '-q', '-v', 'ON_ERROR_STOP=1', url, '-c', '\\timing on', '-c', copy],
    {
      env: { ...process.env, LC_ALL: 'C' },
    },
  );
  return Number(/Time: ([\d.]+) ms/.exec(stdout)![1]) / 1000;
}

async function copyOnServer(instance: BenchInstance, path: string): Promise<number> {
  const url = new URL(instance.stack.database.admin);
  url.pathname = new URL(instance.stack.database.url('minhai_owner')).pathname;
  const database = openDatabase({
    url: url.toString(),
    applicationName: 'bench-copy',
    maxConnections: 1,
    statementTimeoutMs: 120_000,
  });
  try {
    await database.ping();
    const begun = performance.now();
    await database.query(`COPY bench.reference (id, payload) FROM '${path}' WITH (FORMAT binary)`);
    return (performance.now() - begun) / 1000;
  } finally {
    await database.close();
  }
}

/** Does `work` between two runs of the yardstick. */
export async function besideYardstick<T>(
  instance: BenchInstance,
  reference: ReferenceFile,
  work: () => Promise<T>,
): Promise<{ value: T; copyRate: number; drift: number }> {
  const before = await copyRate(instance, reference);
  const value = await work();
  const after = await copyRate(instance, reference);
  const drift = Math.abs(before - after) / Math.max(before, after);
  return { value, copyRate: (before + after) / 2, drift };
}
