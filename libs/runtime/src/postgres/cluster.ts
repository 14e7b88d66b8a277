import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { postgresqlConf, type PostgresSettings } from './settings.js';
import type { Place } from './place.js';

export const SUPERUSER = 'postgres';

export interface Cluster {
  readonly dataDirectory: string;
  readonly password: string;
}

/** Creates the database cluster on first use and writes its configuration. `secretsDirectory` keeps the password. */
export async function prepareCluster(
  place: Place,
  secretsDirectory: string,
  settings: PostgresSettings,
): Promise<Cluster> {
  const dataDirectory = join(place.directory, 'data');
  const secret = join(secretsDirectory, 'superuser-password');
  if (!existsSync(dataDirectory) || !existsSync(secret)) {
    if (existsSync(dataDirectory)) throw lostPassword(secret, dataDirectory);
    await initialise(place, dataDirectory, secret, settings.durable);
  }
  const configuration = join(dataDirectory, 'postgresql.conf');
  writeFileSync(configuration, postgresqlConf(settings));
  giveTo(place, configuration);
  return { dataDirectory, password: readFileSync(secret, 'utf8').trim() };
}

async function initialise(
  place: Place,
  dataDirectory: string,
  secret: string,
  durable: boolean,
): Promise<void> {
  // Built beside its final name: an initdb cut short leaves nothing that looks like a database.
  const fresh = `${dataDirectory}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const password = randomBytes(24).toString('base64url');
  const passwordFile = join(place.directory, 'initial-password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(place, passwordFile);
  try {
    const args = [
      `--pgdata=${fresh}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Built into PostgreSQL, hence the same order of text on every operating system.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      ...(durable ? [] : ['--no-sync']),
    ];
    await promisify(execFile)(join(place.binaries, 'bin', 'initdb'), args, {
      cwd: place.directory,
      env: {},
      ...place.user,
    });
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    throw new Error(`PostgreSQL's initdb failed:\n${(stderr || message).trim().slice(-1_000)}`, {
      cause: error,
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  writeFileSync(secret, password, { mode: 0o600 });
  renameSync(fresh, dataDirectory);
}

function giveTo({ user }: Place, file: string): void {
  if (user) chownSync(file, user.uid, user.gid);
}

function lostPassword(secret: string, dataDirectory: string): Error {
  return new Error(
    `${secret} is missing, so nobody can open the database in ${dataDirectory}. ` +
      `Restore the file, or remove ${dataDirectory} to begin with an empty database.`,
  );
}
