import { existsSync, statSync } from 'node:fs';
import { access, constants, statfs } from 'node:fs/promises';
import { connect } from 'node:net';
import { freemem } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { homeLayout, isPortFree, isReachableByOthers, lockHolder, repositoryRoot } from '@minhai/runtime';
import pg from 'pg';
import type { CliConfig } from '../../config.js';
import { pad } from '../../terminal/width.js';
import type { CommandContext } from '../command.js';
import { ok, warn, wrong, type Finding } from './finding.js';
import { judgeClock, judgeDisk, judgeMemory, judgePorts, judgeTimeZone } from './judge.js';

const MARKS = { ok: '✓', warn: '!', wrong: '✗' } as const;
const CONNECT_MS = 3_000;

/** Checks everything at once and tells what to do. The exit code is 1 when something is wrong. */
export async function doctor(
  { json }: { json?: boolean },
  { config, terminal, exitWith }: CommandContext,
): Promise<void> {
  const findings = await examine(config);
  const healthy = findings.every(({ verdict }) => verdict !== 'wrong');
  if (json) terminal.json({ healthy, findings });
  else for (const finding of findings) terminal.print(describe(finding));
  if (!healthy) exitWith(1);
}

function describe({ check, verdict, detail, remedy }: Finding): string {
  const line = `${MARKS[verdict]} ${pad(check, 14)}${detail}`;
  return remedy ? `${line}\n${' '.repeat(16)}→ ${remedy}` : line;
}

async function examine(config: CliConfig): Promise<Finding[]> {
  return [
    ...(await prerequisites(config)),
    build(),
    await homeCheck(config.home),
    judgeDisk(await freeBytes(config.home), config.home),
    judgeMemory(freemem()),
    judgeClock(Date.now(), statSync(join(repositoryRoot, 'package-lock.json')).mtimeMs),
    judgeTimeZone((at) =>
      new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', year: 'numeric' }).format(at),
    ),
    await portCheck(config),
    await databaseCheck(config.databaseUrl),
    await kafkaCheck(config.kafkaBrokers),
  ];
}

/** The same check that `npm start` makes before anything is compiled; each line names what is missing and how to get it. */
async function prerequisites(config: CliConfig): Promise<Finding[]> {
  const script = pathToFileURL(join(repositoryRoot, 'scripts', 'prepare.mjs')).href;
  const { missingPrerequisites } = (await import(script)) as {
    missingPrerequisites(environment: { KAFKA_BROKERS?: string | undefined }): string[];
  };
  const missing = missingPrerequisites({ KAFKA_BROKERS: config.kafkaBrokers });
  if (missing.length === 0) return [ok('prerequisites', config.kafkaBrokers ? 'Node' : 'Node, Java, Maven')];
  return missing.map((line) => wrong('prerequisites', `missing: ${line.split(':')[0]}`, line));
}

function build(): Finding {
  const missing = ['gateway', 'lake', 'metrics'].filter(
    (name) => !existsSync(join(repositoryRoot, 'services', name, 'dist', 'main.js')),
  );
  return missing.length === 0
    ? ok('build', 'compiled')
    : wrong('build', `not compiled: ${missing.join(', ')}`, 'npm run build');
}

/** The nearest directory that exists: the home itself is made at the first start. */
function existing(directory: string): string {
  return existsSync(directory) ? directory : existing(dirname(directory));
}

async function homeCheck(home: string): Promise<Finding> {
  try {
    await access(existing(home), constants.W_OK);
  } catch {
    return wrong(
      'home',
      `${home} cannot be written`,
      'choose a directory of your own: MINHAI_HOME=<directory>',
    );
  }
  const runsAsRoot = process.getuid?.() === 0;
  if (runsAsRoot && !isReachableByOthers(home)) {
    return ok(
      'home',
      `${home}; PostgreSQL does not run as root and may not enter it, so its data goes to /var/lib/minhai`,
    );
  }
  return ok('home', home);
}

async function freeBytes(home: string): Promise<number> {
  const { bavail, bsize } = await statfs(existing(home));
  return bavail * bsize;
}

async function portCheck(config: CliConfig): Promise<Finding> {
  const { ports, databaseUrl, kafkaBrokers } = config;
  const needed = (['gateway', 'metrics', 'lake', 'postgres', 'kafka', 'kafkaController'] as const).filter(
    (name) => !(name === 'postgres' && databaseUrl) && !(name.startsWith('kafka') && kafkaBrokers),
  );
  const checks = await Promise.all(
    needed.map(async (name) => ({ name, port: ports[name], free: await isPortFree(ports[name]) })),
  );
  return judgePorts(checks, lockHolder(homeLayout(config.home).lockFile) !== undefined, config.portBase);
}

async function databaseCheck(url: string | undefined): Promise<Finding> {
  if (url === undefined) return ok('PostgreSQL', 'embedded (DATABASE_URL would name another)');
  const remedy = 'correct DATABASE_URL, or unset it to use the embedded PostgreSQL';
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
    await client.connect();
    const { rows } = await client.query<{ version: number; may: boolean }>(
      `SELECT current_setting('server_version_num')::int AS version, rolsuper OR rolcreaterole AND rolcreatedb AS may
       FROM pg_roles WHERE rolname = current_user`,
    );
    await client.end();
    const { version, may } = rows[0]!;
    if (!may)
      return wrong(
        'PostgreSQL',
        'the login of DATABASE_URL may not create roles and databases',
        'use an administrator login',
      );
    if (version < 180000)
      return warn(
        'PostgreSQL',
        `server version ${Math.floor(version / 10_000)}`,
        'Minhai is tested with PostgreSQL 18',
      );
    return ok('PostgreSQL', 'DATABASE_URL answers');
  } catch (error) {
    return wrong('PostgreSQL', `DATABASE_URL does not answer (${(error as Error).message})`, remedy);
  }
}

async function kafkaCheck(brokers: string | undefined): Promise<Finding> {
  if (brokers === undefined) return ok('Kafka', 'embedded (KAFKA_BROKERS would name another)');
  const answers = await Promise.all(brokers.split(',').map(canReach));
  if (answers.some(Boolean)) return ok('Kafka', 'KAFKA_BROKERS answers');
  return wrong(
    'Kafka',
    `no broker of KAFKA_BROKERS answers (${brokers})`,
    'correct KAFKA_BROKERS, or unset it to use the embedded Kafka',
  );
}

function canReach(broker: string): Promise<boolean> {
  const { hostname, port } = new URL(`kafka://${broker.trim()}`);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 9092), timeout: CONNECT_MS });
    const answer = (reachable: boolean) => {
      socket.destroy();
      resolve(reachable);
    };
    socket
      .once('connect', () => answer(true))
      .once('error', () => answer(false))
      .once('timeout', () => answer(false));
  });
}
