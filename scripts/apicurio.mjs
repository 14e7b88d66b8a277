// Starts an Apicurio Registry for the client tests of ours: node scripts/apicurio.mjs
// It needs Java 21 or newer, of JAVA_HOME or of the path. Fetches it with Maven on first use (150 MB), runs it on a free loopback port with nothing kept on disk, prints what to
// export, and stops it with Ctrl-C or SIGTERM.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSION = '3.3.3';
const JAVA_MINIMUM = 21;
const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';
const START_MS = 120_000;
const LOOK_MS = 500;
const LOG_BYTES = 64 * 1024;

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const home = join(root, '.e2e', `apicurio-${VERSION}`);

try {
  requireJava();
  fetchOnce();
  await run(await freePort());
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

function requireJava() {
  const { stdout, stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  const major = Number(/version "(\d+)/.exec(`${stdout}${stderr}`)?.[1] ?? 0);
  if (major < JAVA_MINIMUM)
    throw new Error(
      `Apicurio Registry ${VERSION} needs Java ${JAVA_MINIMUM} or newer (${java} is ${major || 'not there'}): set JAVA_HOME`,
    );
}

function fetchOnce() {
  if (existsSync(join(home, 'quarkus-run.jar'))) return;
  const downloads = join(root, '.e2e', 'downloads');
  const unpacked = `${home}.unpacking`;
  for (const directory of [downloads, unpacked]) mkdirSync(directory, { recursive: true });
  console.log(`fetching Apicurio Registry ${VERSION} with Maven, once`);
  const artifact = `io.apicurio:apicurio-registry-app:${VERSION}:tar.gz:all`;
  must('mvn', ['-q', '-B', `${PLUGIN}:copy`, `-Dartifact=${artifact}`, `-DoutputDirectory=${downloads}`]);
  must('tar', ['xzf', join(downloads, `apicurio-registry-app-${VERSION}-all.tar.gz`), '-C', unpacked]);
  rmSync(home, { recursive: true, force: true });
  // Only a whole directory gets the name.
  renameSync(unpacked, home);
  rmSync(downloads, { recursive: true, force: true });
}

function must(command, args) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (error) throw new Error(`${command} is needed and cannot be run: ${error.message}`);
  if (status !== 0) throw new Error(`${command} failed:\n${stdout}${stderr}`.slice(0, 4_000));
}

function freePort() {
  return new Promise((resolvePort, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolvePort(port));
    });
  });
}

async function run(port) {
  const child = spawn(
    java,
    [
      '-Xmx512m',
      '-Dquarkus.http.host=127.0.0.1',
      `-Dquarkus.http.port=${port}`,
      // Its management port is fixed otherwise, and may be taken.
      '-Dquarkus.management.host=127.0.0.1',
      '-Dquarkus.management.port=0',
      '-jar',
      join(home, 'quarkus-run.jar'),
    ],
    { cwd: home, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (log = (log + text).slice(-LOG_BYTES)));
  const ended = new Promise((resolveEnd) => child.once('error', resolveEnd).once('exit', resolveEnd));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill('SIGTERM'));
  const url = `http://127.0.0.1:${port}/apis/ccompat/v7`;
  await answers(url, ended, () => log);
  console.log(`Apicurio Registry ${VERSION} answers. In another terminal:`);
  console.log(`export SCHEMA_REGISTRY_URL=${url}`);
  console.log('node scripts/jest.mjs int services/gateway confluent-client');
  console.log('node scripts/jest.mjs e2e test registry-python');
  await ended;
}

async function answers(url, ended, log) {
  let isOver = false;
  void ended.then(() => (isOver = true));
  for (const deadline = Date.now() + START_MS; ;) {
    const response = await fetch(`${url}/subjects`).catch(() => undefined);
    if (response?.ok) return;
    if (isOver || Date.now() > deadline) throw new Error(`Apicurio did not start:\n${log()}`);
    await new Promise((resolveLook) => setTimeout(resolveLook, LOOK_MS));
  }
}
