import { describe, expect, it } from '@jest/globals';
import { peerFigures } from './peer-figures.js';

const round = { eventsPerSecond: 12_000, drift: 0.1 };
const peer = {
  'peer.insert1': 20_000,
  'peer.insert1.cpu': 50,
  'peer.upsert2': 30_000,
  'peer.upsert2.cpu': 60,
};

describe('P5 beside its peer', () => {
  it('is the ratio to the best setting of the same round', () => {
    const rounds = [{ ...round, ...peer }];
    const [ratio, ...settings] = peerFigures(rounds, { valid: rounds, note: undefined });
    expect(ratio).toMatchObject({ spread: { median: 0.4 }, gate: '≥ 0.35', met: true });
    expect(settings.map(({ spread }) => spread.median)).toEqual([20_000, 30_000]);
  });

  it('leaves out a round without the peer and says so', () => {
    const rounds = [{ ...round, ...peer }, round];
    const [ratio] = peerFigures(rounds, { valid: rounds, note: undefined });
    expect(ratio).toMatchObject({ spread: { min: 0.4, max: 0.4 } });
    expect(ratio!.note).toContain('1 of 2 rounds without the peer');
  });

  it('is not judged when no round had the peer', () => {
    const [figure] = peerFigures([round], { valid: [round], note: undefined });
    expect(figure).toMatchObject({ gate: null, met: null });
    expect(figure!.note).toContain('NOT JUDGED');
  });
});
