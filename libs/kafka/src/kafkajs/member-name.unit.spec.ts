import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { isOfEndedProcess, memberName } from './member-name.js';

const endedPid = spawnSync(process.execPath, ['--version']).pid;

describe('the name of a member', () => {
  it('tells that its process has ended', () => {
    expect(isOfEndedProcess(memberName('minhai-lake', endedPid), 'minhai-lake')).toBe(true);
  });

  it.each([
    ['lives', memberName('minhai-lake')],
    ['lives and is not ours to signal', memberName('minhai-lake', 1)],
    ['is of another service', memberName('minhai-metrics', endedPid)],
    ['is of another machine', `minhai-lake@elsewhere.4026531836.${endedPid}`],
    ['never had such a name', 'minhai-lake'],
    ['has no process id', memberName('minhai-lake', 0)],
  ])('says nothing of a process that %s', (_, name) => {
    expect(isOfEndedProcess(name, 'minhai-lake')).toBe(false);
  });
});
