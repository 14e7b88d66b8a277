// npm test: sets itself up (install, build, real PostgreSQL and Kafka), runs every suite, ends with `N passed, N failed`.
// Arguments name the kinds to run: node scripts/test.mjs [unit] [int] [e2e]; none means all.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { workspacePackages } from './boundaries.mjs';
import { prepare } from './prepare.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const kinds = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['unit', 'int', 'e2e'];
const reports = mkdtempSync(join(tmpdir(), 'minhai-reports-'));
const total = { passed: 0, failed: 0 };

function runSuite(kind, folder, environment) {
  const report = join(reports, `${kind}-${folder.replaceAll('/', '-')}.json`);
  const args = [
    join(root, 'scripts/jest.mjs'),
    kind,
    folder,
    '--json',
    '--outputFile',
    report,
    '--silent=false',
  ];
  const started = Date.now();
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const outcome = readReport(report, status);
  total.passed += outcome.passed;
  total.failed += outcome.failed;
  if (outcome.passed + outcome.failed > 0) {
    console.log(
      `  ${kind.padEnd(4)} ${folder.padEnd(18)} ${String(outcome.passed).padStart(4)} passed, ${outcome.failed} failed  (${((Date.now() - started) / 1000).toFixed(1)} s)`,
    );
  }
}

/** A suite that could not even load counts as one failure; so does a run that left no report. */
function readReport(file, status) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return { passed: report.numPassedTests, failed: failed === 0 && status !== 0 ? 1 : failed };
}

const hasSpecs = (kind, folder) => {
  const found = spawnSync(
    'find',
    [join(root, folder, 'dist'), '-name', `*.${kind}.spec.js`, '-print', '-quit'],
    { encoding: 'utf8' },
  );
  return found.stdout.trim() !== '';
};

async function run() {
  await prepare(root);
  const folders = workspacePackages(root).map(({ folder }) => folder);
  const jobs = kinds.flatMap((kind) =>
    folders.filter((folder) => hasSpecs(kind, folder)).map((folder) => ({ kind, folder })),
  );
  const stack = jobs.some(({ kind }) => kind === 'int')
    ? await (await import('../libs/testing/dist/test-stack.js')).startTestStack()
    : undefined;
  try {
    for (const { kind, folder } of jobs) runSuite(kind, folder, kind === 'int' ? stack.environment : {});
  } finally {
    await stack?.stop();
    rmSync(reports, { recursive: true, force: true });
  }
}

try {
  await run();
} catch (error) {
  console.error(error);
  total.failed += 1;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
