// npm run check: everything a change must pass before it is shared: generated files, format, lint, types, all tests.
import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const node = (...args) => [process.execPath, args];
const local = (tool, ...args) => [process.execPath, [join(root, 'node_modules', tool), ...args]];
const STEPS = {
  generated: node('scripts/generate.mjs', '--check'),
  format: local('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  build: node('scripts/build.mjs'),
  readme: node('scripts/readme.mjs', '--check'),
  contracts: node('scripts/contracts.mjs', '--check'),
  lint: local('eslint/bin/eslint.js', '.'),
  sizes: node('scripts/sizes.mjs'),
  tests: node('scripts/test.mjs', 'unit', 'int'),
};

const skipped = new Set(
  process.argv
    .slice(2)
    .filter((argument) => argument.startsWith('--no-'))
    .map((argument) => argument.slice(5)),
);
const failed = [];
for (const [name, [command, args]] of Object.entries(STEPS)) {
  if (skipped.has(name)) continue;
  const started = Date.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  console.log(
    `${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
  );
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) console.error(`check failed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
