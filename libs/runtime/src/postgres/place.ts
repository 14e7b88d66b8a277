import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyBinaries, isReachableByOthers, packagedPostgres } from './binaries.js';
import { unprivilegedUser, type User } from './unprivileged-user.js';

/** Where one embedded PostgreSQL lives and as whom it runs. */
export interface Place {
  readonly binaries: string;
  /** Owned by `user`; holds the data directory. */
  readonly directory: string;
  readonly user: User | undefined;
}

/** Where root's databases go when the directory asked for is one that only root may enter, such as one below /root. */
const OUTSIDE = '/var/lib/minhai';

/** Finds or makes a place that PostgreSQL's user can reach. */
export function placeFor(directory: string): Place {
  mkdirSync(directory, { recursive: true });
  const user = unprivilegedUser();
  const native = packagedPostgres();
  if (!user) return { binaries: native, directory, user };
  const reachable = isReachableByOthers(directory) ? directory : placeOutside(directory);
  chownSync(reachable, user.uid, user.gid);
  const binaries = isReachableByOthers(native) ? native : copyBinaries(native, reachable);
  return { binaries, directory: reachable, user };
}

/**
 * `moved-to` in our own directory names the outside one, so that deleting the home directory forgets the database as
 * it should; `owner` in the outside one names us, so that a forgotten one is cleared away at the next start.
 */
function placeOutside(directory: string): string {
  const movedTo = join(directory, 'moved-to');
  if (existsSync(movedTo)) {
    const outside = readFileSync(movedTo, 'utf8').trim();
    if (existsSync(outside)) return outside;
  }
  mkdirSync(OUTSIDE, { recursive: true });
  chmodSync(OUTSIDE, 0o755);
  for (const name of readdirSync(OUTSIDE)) {
    const outside = join(OUTSIDE, name);
    if (isForgotten(outside, directory)) rmSync(outside, { recursive: true, force: true });
  }
  const outside = mkdtempSync(join(OUTSIDE, 'postgres-'));
  writeFileSync(join(outside, 'owner'), directory);
  writeFileSync(movedTo, `${outside}\n`);
  return outside;
}

/**
 * Ours from an earlier life of this directory, or of a temporary directory that is gone. Any other owner that is not
 * there may be on a disk that is not mounted now.
 */
function isForgotten(outside: string, directory: string): boolean {
  const ownerFile = join(outside, 'owner');
  if (!existsSync(ownerFile)) return false;
  const owner = readFileSync(ownerFile, 'utf8');
  return owner === directory || (owner.startsWith(tmpdir()) && !existsSync(owner));
}
