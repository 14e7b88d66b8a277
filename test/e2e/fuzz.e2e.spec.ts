import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fuzzIntake } from '../fuzz/intake/fuzz-intake.js';
import { shortcomings } from '../fuzz/intake/fuzz-plan.js';
import { startInstance, type TestInstance } from './support/instance.js';

/** A short run of `npm run fuzz -- intake`; the seed is fixed, so that a red run can be repeated. */
describe('fuzzed intake', () => {
  let instance: TestInstance;

  beforeAll(async () => {
    instance = await startInstance();
  });

  afterAll(() => instance?.stop());

  it('given valid and hostile inputs over HTTP and Kafka, then none of the first and all of the second are refused', async () => {
    const report = await fuzzIntake(instance, { seed: 'ci', hostile: 4_000, valid: 2_000 }, () => undefined);
    expect(shortcomings(report)).toEqual([]);
    expect(Object.keys(report.http.refused).length).toBeGreaterThan(10);
    expect(Object.keys(report.kafka.refused).length).toBeGreaterThan(8);
  });
});
