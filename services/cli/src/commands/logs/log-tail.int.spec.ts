import { appendFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LogTail } from './log-tail.js';

describe('the tail of a log', () => {
  let directory: string;
  let file: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'minhai-logs-'));
    file = join(directory, 'lake.log');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('gives whole lines, each once', () => {
    const tail = new LogTail(file);
    expect(tail.next()).toEqual([]);
    writeFileSync(file, 'one\ntw');
    expect(tail.next()).toEqual(['one']);
    appendFileSync(file, 'o\nthree\n');
    expect(tail.next()).toEqual(['two', 'three']);
    expect(tail.next()).toEqual([]);
  });

  it('follows the name when the file is replaced', () => {
    writeFileSync(file, 'old\n');
    const tail = new LogTail(file);
    tail.next();
    renameSync(file, `${file}.1`);
    writeFileSync(file, 'new\n');
    expect(tail.next()).toEqual(['new']);
  });
});
