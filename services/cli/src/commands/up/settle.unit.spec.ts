import { describe, expect, it } from '@jest/globals';
import { waitUntilSettled, type Progress } from './settle.js';

const quiet: Progress = { lakeLag: 0, metricsLag: 0, settled: true };
const busy: Progress = { lakeLag: 0, metricsLag: 12, settled: false };

function reader(...answers: (Progress | undefined)[]) {
  let looks = 0;
  return { read: async () => answers[Math.min(looks++, answers.length - 1)], looks: () => looks };
}

describe('waiting for the figures', () => {
  it('wants several quiet looks in a row', async () => {
    const { read, looks } = reader(quiet, quiet, busy, quiet);
    await waitUntilSettled(read, () => undefined, new AbortController().signal);
    expect(looks()).toBe(8);
  });

  it('takes a service that does not answer for busy', async () => {
    const { read, looks } = reader(quiet, undefined, quiet);
    await waitUntilSettled(read, () => undefined, new AbortController().signal);
    expect(looks()).toBe(7);
  });

  it('ends when it is told to stop', async () => {
    const { read } = reader(busy);
    const stop = AbortSignal.timeout(50);
    await expect(waitUntilSettled(read, () => undefined, stop)).rejects.toThrow();
  });
});
