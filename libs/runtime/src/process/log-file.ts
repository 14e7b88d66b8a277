import { existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const ROTATE_ABOVE_BYTES = 10 * 1024 * 1024;
const KEPT = 3;

/** Opens a log for appending and returns its descriptor. One that has grown large is moved to `<file>.1` first. */
export function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file) && statSync(file).size > ROTATE_ABOVE_BYTES) rotate(file);
  return openSync(file, 'a');
}

function rotate(file: string): void {
  rmSync(`${file}.${KEPT}`, { force: true });
  for (let age = KEPT - 1; age >= 1; age--) {
    if (existsSync(`${file}.${age}`)) renameSync(`${file}.${age}`, `${file}.${age + 1}`);
  }
  renameSync(file, `${file}.1`);
}

/** The end of what was written to a log from byte `offset` on, for an error message. */
export function logSince(file: string, offset: number, bytes = 2_000): string {
  if (!existsSync(file)) return '';
  return readFileSync(file).subarray(offset).subarray(-bytes).toString('utf8').trimEnd();
}
