import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AlreadyRunningError, lockHolder, takeInstanceLock } from './instance-lock.js';

describe('the lock of a home directory', () => {
  let home: string;
  let lockFile: string;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'minhai-lock-'));
    lockFile = join(home, 'lock.json');
  });
  afterEach(() => rmSync(home, { recursive: true }));

  it('is held by one process at a time', () => {
    const release = takeInstanceLock(lockFile, home);
    expect(lockHolder(lockFile)?.pid).toBe(process.pid);
    expect(() => takeInstanceLock(lockFile, home)).toThrow(AlreadyRunningError);
    expect(() => takeInstanceLock(lockFile, home)).toThrow(/already running.*minhai down.*MINHAI_PORT_BASE/);
    release();
    expect(lockHolder(lockFile)).toBeUndefined();
    takeInstanceLock(lockFile, home)();
  });

  it('is void when its process has gone, or when the id belongs to another process by now', () => {
    writeFileSync(lockFile, JSON.stringify({ pid: process.pid, startToken: 'another life' }));
    const release = takeInstanceLock(lockFile, home);
    release();
    writeFileSync(lockFile, JSON.stringify({ pid: 2 ** 22 + 1, startToken: '1' }));
    takeInstanceLock(lockFile, home)();
  });
});
