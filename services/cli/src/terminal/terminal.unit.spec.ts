import { describe, expect, it } from '@jest/globals';
import { formatDuration } from './duration.js';
import { progressLine } from './progress.js';
import { createTerminal } from './terminal.js';

class Paper {
  text = '';
  constructor(readonly isTTY = false) {}
  write(text: string): void {
    this.text += text;
  }
}

function given({ tty = false } = {}) {
  const out = new Paper();
  const notes = new Paper(tty);
  let time = 0;
  const terminal = createTerminal({ out, notes, now: () => time });
  return { terminal, out, notes, pass: (milliseconds: number) => void (time += milliseconds) };
}

describe('a progress line', () => {
  it('says how much is done, how fast, and how long it will take', () => {
    expect(progressLine({ label: 'ledger', done: 5_000, total: 20_000, elapsedMs: 2_000 })).toBe(
      'ledger  █████░░░░░░░░░░░░░░░   25 %  5,000 of 20,000  2,500/s  6.0 s left',
    );
  });

  it('counts when nobody knows the total', () => {
    expect(progressLine({ label: 'stdin', done: 300, elapsedMs: 1_000 })).toBe('stdin  300  300/s');
  });
});

describe('the terminal', () => {
  it('keeps answers apart from remarks', () => {
    const { terminal, out, notes } = given();
    terminal.print('answer');
    terminal.json({ a: 1 });
    terminal.note('remark');
    expect(out.text).toBe('answer\n{\n  "a": 1\n}\n');
    expect(notes.text).toBe('remark\n');
  });

  it('shows progress as a plain line every five seconds when piped', () => {
    const { terminal, notes, pass } = given();
    const progress = terminal.progress('load', 100);
    for (const done of [10, 20, 30]) {
      pass(3_000);
      progress.update(done);
    }
    progress.finish('✓ load 100');
    expect(notes.text.split('\n')).toEqual([expect.stringContaining('20 of 100'), '✓ load 100', '']);
  });

  it('draws over one line when a person watches', () => {
    const { terminal, notes, pass } = given({ tty: true });
    const progress = terminal.progress('load', 10);
    pass(200);
    progress.update(5);
    progress.finish('done');
    expect(notes.text).not.toMatch(/50 %.*\n.*done/);
    expect(notes.text).toContain('50 %');
    expect(notes.text.endsWith('done\n')).toBe(true);
  });

  it('tells each step with its time, and lets a failure travel on', async () => {
    const { terminal, notes, pass } = given();
    const result = await terminal.step('Kafka', async (say) => {
      pass(2_100);
      say('12 topics');
      return 7;
    });
    expect(result).toBe(7);
    await expect(terminal.step('lake', () => Promise.reject(new Error('port taken')))).rejects.toThrow(
      'port taken',
    );
    expect(notes.text).toBe('✓ Kafka  2.1 s  12 topics\n✗ lake  0.0 s\n');
  });
});

describe('a duration', () => {
  it.each([
    [840, '0.8 s'],
    [12_400, '12 s'],
    [185_000, '3 min 05 s'],
  ])('of %i ms reads %s', (milliseconds, text) => expect(formatDuration(milliseconds)).toBe(text));
});
