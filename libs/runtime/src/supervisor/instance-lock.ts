import { linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { readJson, writeJsonAtomically } from '../files/atomic-file.js';
import { startToken } from '../process/process-table.js';

export interface LockHolder {
  readonly pid: number;
  readonly startToken: string | undefined;
}

/** Another supervisor holds this home directory. */
export class AlreadyRunningError extends Error {
  constructor(home: string, pid: number) {
    super(
      `Minhai is already running in ${home} (process ${pid}). Look at it with "npx minhai status", stop it with ` +
        `"npx minhai down", or start another one beside it: MINHAI_HOME=<directory> MINHAI_PORT_BASE=<number> npm start.`,
    );
    this.name = 'AlreadyRunningError';
  }
}

/** The live process that holds the lock, if any. A lock whose process has gone, or whose id was given to another, is void. */
export function lockHolder(lockFile: string): LockHolder | undefined {
  const holder = readJson<LockHolder>(lockFile);
  return holder && isSame(holder) ? holder : undefined;
}

/** Takes the lock of a home directory for this process. Returns how to give it back. Throws AlreadyRunningError. */
export function takeInstanceLock(lockFile: string, home: string): () => void {
  const mine = `${lockFile}.${process.pid}`;
  const me: LockHolder = { pid: process.pid, startToken: startToken(process.pid) };
  writeJsonAtomically(mine, me);
  try {
    while (!linked(mine, lockFile)) removeIfVoid(lockFile, home);
  } finally {
    rmSync(mine, { force: true });
  }
  return () => rmSync(lockFile, { force: true });
}

/** Linking is atomic: of two that try at once, one wins. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function removeIfVoid(lockFile: string, home: string): void {
  const holder = lockHolder(lockFile);
  if (holder) throw new AlreadyRunningError(home, holder.pid);
  const aside = `${lockFile}.${process.pid}.void`;
  try {
    renameSync(lockFile, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return; // another one cleared it first
    throw error;
  }
  // Between looking and moving a live one may have taken it: then it gets its lock back.
  const moved = JSON.parse(readFileSync(aside, 'utf8')) as LockHolder;
  if (isSame(moved)) linked(aside, lockFile);
  rmSync(aside);
}

const isSame = ({ pid, startToken: token }: LockHolder): boolean =>
  token !== undefined && startToken(pid) === token;
