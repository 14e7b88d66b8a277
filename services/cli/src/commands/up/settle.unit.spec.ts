import { describe, expect, it } from '@jest/globals';
import { waitUntilSettled, type Progress } from './settle.js';

const quiet: Progress = { lakeLag: 0, metricsLag: 0, settled: true };
const busy: Progress = { lakeLag: 0, metricsLag: 12, settled: false };

function given(...answers: (Progress | undefined)[]) {
  let looks = 0;
  let time = 0;
  const watch = {
    read: async () => answers[Math.min(looks++, answers.length - 1)],
    look: () => undefined,
    signal: new AbortController().signal,
    now: () => (time += 15_000),
  };
  return { watch, looks: () => looks };
}

describe('waiting for the figures', () => {
  it('wants several quiet looks in a row', async () => {
    const { watch, looks } = given(quiet, quiet, busy, quiet);
    await waitUntilSettled(watch);
    expect(looks()).toBe(8);
  });

  it('takes a service that does not answer for busy', async () => {
    const { watch, looks } = given(quiet, undefined, quiet);
    await waitUntilSettled(watch);
    expect(looks()).toBe(7);
  });

  it('ends when it is told to stop', async () => {
    const { watch } = given(busy);
    await expect(waitUntilSettled({ ...watch, signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });

  it('gives up when nothing has moved for two minutes, and says where to look', async () => {
    const { watch } = given(busy);
    await expect(waitUntilSettled(watch)).rejects.toThrow(/12 events to go.*npx minhai logs metrics/);
  });
});
