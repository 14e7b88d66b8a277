import { describe, expect, it } from '@jest/globals';
import { HealthRegistry } from './health-registry.js';

describe('readiness', () => {
  it('given a service that starts, runs and stops, then it tells which', async () => {
    const health = new HealthRegistry();
    health.addCheck('database', () => undefined);
    expect(await health.readiness()).toEqual({ status: 'starting', lag: 0, checks: { database: 'ok' } });
    health.started();
    expect((await health.readiness()).status).toBe('ready');
    health.stopping();
    health.started();
    expect((await health.readiness()).status).toBe('stopping');
  });

  it('given a check that fails, then the service is not ready and says why', async () => {
    const health = new HealthRegistry();
    health.started();
    health.addCheck('well', async () => undefined);
    health.addCheck('database', async () => {
      throw new Error('connection refused');
    });
    expect(await health.readiness()).toMatchObject({
      status: 'unready',
      checks: { well: 'ok', database: 'connection refused' },
    });
  });

  it('adds up the lag of all consumers', () => {
    const health = new HealthRegistry();
    health.addLag('accept', () => 3);
    health.addLag('facts', () => 4);
    expect(health.lag()).toBe(7);
  });
});
