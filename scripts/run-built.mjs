// Prepares the repository and runs a built program of test/dist; standard output is left to the program's report.
import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from './prepare.mjs';

/** Never returns: ends with the exit code of the program. `program` is relative to test/dist; `flags` are Node's. */
export async function runBuilt(program, flags = []) {
  const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
  console.log = console.error;
  try {
    await prepare(root);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
  const args = [...flags, join(root, 'test/dist', program), ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  process.exit(status ?? 1);
}
