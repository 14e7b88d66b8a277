import { describe, expect, it } from '@jest/globals';
import { judgeClock, judgeDisk, judgeMemory, judgePorts, judgeTimeZone } from './judge.js';

const GIB = 1024 ** 3;

describe('the doctor', () => {
  it.each([
    [20 * GIB, 'ok'],
    [2 * GIB, 'warn'],
    [0.5 * GIB, 'wrong'],
  ])('looks for room on the disk: %i bytes is %s', (free, verdict) => {
    expect(judgeDisk(free, '/home/x/.minhai').verdict).toBe(verdict);
  });

  it('warns when memory is short', () => {
    expect(judgeMemory(GIB)).toMatchObject({ verdict: 'warn', remedy: expect.stringContaining('1,536 MB') });
    expect(judgeMemory(8 * GIB).verdict).toBe('ok');
  });

  it('does not believe a clock that stands before its own files', () => {
    const written = Date.parse('2026-11-01T00:00:00Z');
    expect(judgeClock(Date.parse('1970-01-02T00:00:00Z'), written)).toMatchObject({ verdict: 'wrong' });
    expect(judgeClock(Date.parse('2026-11-02T00:00:00Z'), written)).toMatchObject({ verdict: 'ok' });
  });

  it('misses the time zone of the business day', () => {
    expect(judgeTimeZone((at) => String(at.getUTCFullYear()))).toMatchObject({ verdict: 'wrong' });
    const shanghai = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', year: 'numeric' });
    expect(judgeTimeZone((at) => shanghai.format(at))).toMatchObject({ verdict: 'ok' });
  });

  it('names every port that is taken at once, with the way out', () => {
    const checks = [
      { name: 'gateway', port: 7310, free: false },
      { name: 'postgres', port: 7340, free: true },
      { name: 'kafka', port: 7350, free: false },
    ];
    expect(judgePorts(checks, false, 7300)).toEqual({
      check: 'ports',
      verdict: 'wrong',
      detail: 'in use by another program: 7310 (gateway), 7350 (kafka)',
      remedy: expect.stringContaining('MINHAI_PORT_BASE'),
    });
    expect(judgePorts(checks, true, 7300).verdict).toBe('ok');
  });
});
