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
import { join } from 'node:path';
import { copyBinaries, isReachableByOthers, packagedPostgres } from './binaries.js';
import { unprivilegedUser, type User } from './unprivileged-user.js';

/** Where one embedded PostgreSQL lives and as whom it runs. */
export interface Place {
  readonly binaries: string;
  /** Owned by `user`; holds the data directory. */
  readonly directory: string;
  readonly user: User | undefined;
  /** Forgets a place whose data nobody will miss. */
  dispose(): void;
}

/** Where root's databases go when the directory asked for is one that only root may enter, such as one below /root. */
const OUTSIDE = '/var/lib/minhai';

/** Finds or makes a place that PostgreSQL's user can reach. A disposable one may be cleared away once it is forgotten. */
export function placeFor(directory: string, disposable: boolean): Place {
  mkdirSync(directory, { recursive: true });
  const user = unprivilegedUser();
  const native = packagedPostgres();
  if (!user) return { binaries: native, directory, user, dispose: () => undefined };
  const moved = !isReachableByOthers(directory);
  const reachable = moved ? placeOutside(directory, disposable) : directory;
  chownSync(reachable, user.uid, user.gid);
  const binaries = isReachableByOthers(native) ? native : copyBinaries(native, reachable);
  const dispose = () => {
    if (moved && disposable) rmSync(reachable, { recursive: true, force: true });
  };
  return { binaries, directory: reachable, user, dispose };
}

/**
 * `moved-to` in our own directory names the outside one, so that deleting the home directory forgets the database as
 * it should; `owner` in the outside one names us, so that a forgotten one is cleared away at the next start.
 */
function placeOutside(directory: string, disposable: boolean): string {
  const movedTo = join(directory, 'moved-to');
  if (existsSync(movedTo)) {
    const outside = readFileSync(movedTo, 'utf8').trim();
    if (existsSync(outside)) return outside;
  }
  mkdirSync(OUTSIDE, { recursive: true });
  chmodSync(OUTSIDE, 0o755);
  for (const name of readdirSync(OUTSIDE)) {
    if (isForgotten(join(OUTSIDE, name), directory))
      rmSync(join(OUTSIDE, name), { recursive: true, force: true });
  }
  const outside = mkdtempSync(join(OUTSIDE, 'postgres-'));
  if (disposable) writeFileSync(join(outside, 'disposable'), '');
  writeFileSync(join(outside, 'owner'), directory);
  writeFileSync(movedTo, `${outside}\n`);
  return outside;
}

/** Ours from an earlier life of this directory, or disposable and without an owner. Others may be on a disk not mounted now. */
function isForgotten(outside: string, directory: string): boolean {
  const ownerFile = join(outside, 'owner');
  if (!existsSync(ownerFile)) return false;
  const owner = readFileSync(ownerFile, 'utf8');
  return owner === directory || (existsSync(join(outside, 'disposable')) && !existsSync(owner));
}
