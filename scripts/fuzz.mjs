// npm run fuzz -- intake [--hostile N] [--valid N] [--seed S] [--json]: hostile and valid inputs to a whole instance; a short run is part of npm test.
import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from './prepare.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

console.log = console.error; // standard output is for the report
try {
  await prepare(root);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const { status } = spawnSync(
  process.execPath,
  [join(root, 'test/dist/fuzz/main.js'), ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
process.exit(status ?? 1);
