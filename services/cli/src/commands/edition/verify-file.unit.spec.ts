import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '../../config.js';
import { createTerminal } from '../../terminal/terminal.js';
import { CommandError } from '../command.js';
import { readerTokenFrom } from '../send-json.js';
import { verifyFile } from './verify-file.js';

const directory = mkdtempSync(join(tmpdir(), 'minhai-verify-'));
afterAll(() => rmSync(directory, { recursive: true }));

function verified(text: string) {
  const file = join(directory, 'edition.json');
  writeFileSync(file, text);
  const lines: string[] = [];
  const sink = { write: (line: string) => lines.push(line) };
  const codes: number[] = [];
  const terminal = createTerminal({ out: sink, notes: sink, now: () => 0 });
  verifyFile(file, {}, { config: readConfig({}), terminal, exitWith: (code) => void codes.push(code) });
  return { said: lines.join(''), codes };
}

describe('edition verify', () => {
  it('given a file that is no edition, says what is wrong, where, and ends with 1', () => {
    expect(verified('{"a": 1}')).toEqual({
      said: expect.stringMatching(/^✗ FORMAT \/: not in canonical form.*\n✗ do not rely on this file\n$/),
      codes: [1],
    });
    expect(verified('{"a":1}').said).toContain('✗ FORMAT /format');
  });

  it('given no file, says which', () => {
    const context = { config: readConfig({}), terminal: undefined as never, exitWith: () => undefined };
    expect(() => verifyFile(join(directory, 'none'), {}, context)).toThrow(CommandError);
  });
});

describe('the reader’s token', () => {
  it('comes from the file, else from the environment, and is asked for when there is none', () => {
    const tokenFile = join(directory, 'token');
    writeFileSync(tokenFile, 'mhr_a\n');
    expect(readerTokenFrom({ tokenFile }, { MINHAI_READER_TOKEN: 'mhr_b' })).toBe('mhr_a');
    expect(readerTokenFrom({}, { MINHAI_READER_TOKEN: 'mhr_b' })).toBe('mhr_b');
    expect(() => readerTokenFrom({}, {})).toThrow('MINHAI_READER_TOKEN');
    expect(() => readerTokenFrom({ tokenFile: join(directory, 'none') }, {})).toThrow('cannot read');
  });
});
