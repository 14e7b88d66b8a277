import { describe, expect, it } from '@jest/globals';
import { topicSpecs } from './topics.js';

describe('the topics of an instance', () => {
  it('are one per event domain and the single ones, all with the prefix', () => {
    const list = {
      perDomain: [{ name: 'intake.{domain}', partitions: 4, config: { 'retention.ms': '1' } }],
      single: [{ name: 'indicator.changed', partitions: 2, config: {} }],
    };
    expect(topicSpecs(list, 'mca', ['ref', 'eldercare'], 1)).toEqual([
      { topic: 'mca.intake.ref', partitions: 4, replicationFactor: 1, config: { 'retention.ms': '1' } },
      { topic: 'mca.intake.eldercare', partitions: 4, replicationFactor: 1, config: { 'retention.ms': '1' } },
      { topic: 'mca.indicator.changed', partitions: 2, replicationFactor: 1, config: {} },
    ]);
  });
});
