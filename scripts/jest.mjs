// Runs the compiled specs of one package: node scripts/jest.mjs unit|int|e2e <package dir> [jest arguments].
// Specs run on dist/, so what is tested is what is shipped; `npm run build` comes first.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const [kind, packageDirectory, ...rest] = process.argv.slice(2);
if (!['unit', 'int', 'e2e'].includes(kind) || !packageDirectory) {
  console.error('usage: node scripts/jest.mjs unit|int|e2e <package directory> [jest arguments]');
  process.exit(2);
}
const directory = resolve(root, packageDirectory);
if (!existsSync(join(directory, 'package.json'))) {
  console.error(`${packageDirectory} is no package: name its folder, e.g. services/lake`);
  process.exit(2);
}
// Each spec file has databases, topics, groups, or whole instances of its own, and one file waits for servers while another
// computes. Specs of the runtime start servers of their own on ports just found free: one file at a time.
const isOfRuntime = kind === 'int' && resolve(root, 'libs/runtime') === directory;
const config = {
  rootDir: join(directory, 'dist'),
  testEnvironment: 'node',
  testMatch: [`**/*.${kind}.spec.js`],
  transform: {},
  testTimeout: { unit: 20_000, int: 60_000, e2e: 240_000 }[kind],
  maxWorkers: isOfRuntime ? 1 : 2,
};
const globalSetup = join(root, 'libs/testing/dist/jest-global-setup.js');
if (kind === 'int' && existsSync(globalSetup)) {
  config.globalSetup = globalSetup;
  config.globalTeardown = join(root, 'libs/testing/dist/jest-global-teardown.js');
}
const result = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--enable-source-maps',
    '--no-warnings',
    join(root, 'node_modules/jest/bin/jest.js'),
    '--config',
    JSON.stringify(config),
    '--passWithNoTests',
    ...rest,
  ],
  { stdio: 'inherit', cwd: directory },
);
process.exit(result.status ?? 1);
