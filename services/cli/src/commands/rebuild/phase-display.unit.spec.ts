import { describe, expect, it } from '@jest/globals';
import { createTerminal } from '../../terminal/terminal.js';
import { phaseDisplay } from './phase-display.js';

describe('the progress of a rebuild', () => {
  it('counts events where there are any to count, and only names what has none', () => {
    let said = '';
    let time = 0;
    const notes = { write: (text: string) => void (said += text) };
    const display = phaseDisplay(createTerminal({ out: notes, notes, now: () => (time += 500) }));
    display.show({ phase: 'load', done: 1_000, total: 2_000 });
    display.show({ phase: 'load', done: 2_000, total: 2_000 });
    display.show({ phase: 'index', done: 2_000, total: 2_000 });
    display.show({ phase: 'index', done: 0, total: 0 });
    display.show({ phase: 'derive', done: 500, total: 500 });
    display.end();
    expect(said.split('\n')).toEqual([
      expect.stringMatching(/^read the lake .* 100 % {2}2,000 of 2,000 /),
      'index …',
      expect.stringMatching(/^derive facts .* 500 of 500 /),
      '',
    ]);
  });
});
