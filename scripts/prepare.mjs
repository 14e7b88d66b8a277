// Set-up shared by `npm start` and `npm test`: prerequisites, packages, build. Each part only when needed.
// Kafka's jars are fetched by libs/runtime, which knows whether they are wanted.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NODE_MINIMUM = [20, 19];
const JAVA_MINIMUM = 17;
const INSTALL_HINTS = {
  node: 'Node.js >= 20.19: https://nodejs.org, or `nvm install 20`',
  java: 'Java >= 17: `apt-get install openjdk-17-jre-headless`, `dnf install java-17-openjdk-headless` or `brew install openjdk@17`',
  mvn: 'Maven: `apt-get install maven`, `dnf install maven` or `brew install maven`',
};

const output = (command, args) => {
  const { stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  return error ? undefined : `${stdout}${stderr}`;
};

/** Every missing prerequisite at once, each with the way to install it. */
export function missingPrerequisites(environment = process.env) {
  const missing = [];
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < NODE_MINIMUM[0] || (major === NODE_MINIMUM[0] && minor < NODE_MINIMUM[1]))
    missing.push(`${INSTALL_HINTS.node} (found ${process.version})`);
  if (environment.KAFKA_BROKERS) return missing;
  const java = output('java', ['-version']);
  const javaMajor = Number(/version "(\d+)/.exec(java ?? '')?.[1] ?? 0);
  if (javaMajor < JAVA_MINIMUM) missing.push(`${INSTALL_HINTS.java} (found ${javaMajor || 'none'})`);
  if (output('mvn', ['--version']) === undefined) missing.push(`${INSTALL_HINTS.mvn} (found none)`);
  return missing;
}

const digestOf = (files) => {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(existsSync(file) ? readFileSync(file) : '')
      .update('\0');
  return hash.digest('hex');
};

/** All inputs of the build, tracked or not yet: cheaper to hash than to ask the compiler. */
function buildInputs(root) {
  const listed = spawnSync(
    'git',
    ['ls-files', '-co', '--exclude-standard', '--', '*.ts', '*.avsc', '*.json', 'scripts'],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  return listed.stdout
    .split('\n')
    .filter(Boolean)
    .sort()
    .map((file) => join(root, file));
}

function stamped(root, name, digest) {
  const file = join(root, 'node_modules', '.minhai', `${name}.stamp`);
  return {
    fresh: existsSync(file) && readFileSync(file, 'utf8') === digest,
    write: () => {
      mkdirSync(join(root, 'node_modules', '.minhai'), { recursive: true });
      writeFileSync(file, digest);
    },
  };
}

/** Runs a command, its output kept for the case of failure; a line per step, a running clock on a terminal. */
function step(title, command, args, options) {
  const started = Date.now();
  const seconds = () => ((Date.now() - started) / 1000).toFixed(1);
  const clock = process.stdout.isTTY
    ? setInterval(() => process.stdout.write(`\r  … ${title} ${seconds()} s`), 200)
    : undefined;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (log = (log + chunk).slice(-20_000)));
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(clock);
      console.log(
        `${process.stdout.isTTY ? '\r' : ''}  ${code === 0 ? '✓' : '✗'} ${title} (${seconds()} s)          `,
      );
      if (code === 0) return resolve();
      console.error(log);
      reject(new Error(`${title} failed with exit code ${code}`));
    });
  });
}

/** Installs, fetches and builds what is not up to date. Safe to repeat; a second run costs well under a second. */
export async function prepare(root) {
  const missing = missingPrerequisites();
  if (missing.length > 0)
    throw new Error(`Missing prerequisites:\n${missing.map((line) => `  - ${line}`).join('\n')}`);
  const options = { cwd: root, env: process.env };
  const lock = stamped(root, 'install', digestOf([join(root, 'package-lock.json')]));
  if (!lock.fresh) {
    await step('install packages', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], options);
    lock.write();
  }
  const build = stamped(root, 'build', digestOf(buildInputs(root)));
  if (!(build.fresh && existsSync(join(root, 'services/cli/dist')))) {
    await step('build', process.execPath, ['scripts/build.mjs'], options);
    build.write();
  }
}
