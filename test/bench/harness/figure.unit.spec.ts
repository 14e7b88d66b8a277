import { describe, expect, it } from '@jest/globals';
import { figure, gated } from './figure.js';

describe('figures against gates', () => {
  it('judges by the median', () => {
    expect(gated('P1', 'share', { values: [0.1, 0.2, 0.3], unit: '×', atLeast: 0.2 })).toMatchObject({
      met: true,
      gate: '≥ 0.2',
    });
    expect(gated('P6', 'cost', { values: [20, 30, 40], unit: 'µs', atMost: 25 })).toMatchObject({
      met: false,
      gate: '≤ 25',
    });
  });

  it('judges nothing without a gate', () => {
    expect(figure('P1', 'rate', { values: [1], unit: 'events/s' })).toMatchObject({ met: null, gate: null });
  });
});
