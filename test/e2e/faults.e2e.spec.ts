import { afterEach, describe, it } from '@jest/globals';
import { startInstance, type TestInstance } from './support/instance.js';
import { ledgerOfBothDistricts, partOfTheLedger } from './support/ledger.js';
import { expectNothingLost, expectNothingLostAndAllExact } from './support/oracle.js';
import { eventually } from './support/settled.js';

/** Does something once, when at least this share of the load is acknowledged. */
const onceAt = (share: number, act: () => Promise<void> | void) => {
  let done = false;
  return async (reached: number): Promise<void> => {
    if (done || reached < share) return;
    done = true;
    await act();
  };
};

/** Kills a process with SIGKILL; the supervisor brings it back while the load goes on. */
const killed = (instance: TestInstance, name: string): void => instance.stack.process(name).kill('SIGKILL');

describe('what goes wrong while the ledger is loaded', () => {
  let instance: TestInstance;

  afterEach(() => instance?.stop());

  it('given the broker is killed and comes back, then nothing acknowledged is lost', async () => {
    instance = await startInstance();
    const kafka = instance.stack.process('kafka');
    const kill = onceAt(0.3, async () => {
      kafka.kill('SIGKILL');
      await eventually('Kafka is back', () => kafka.state === 'running' && kafka.restarts > 0);
    });
    const duringOutage = onceAt(0.6, () => killed(instance, 'kafka'));
    const sent = await instance.load(partOfTheLedger(3), {
      afterRequest: async (done) => {
        await kill(done);
        await duringOutage(done);
      },
    });
    await expectNothingLost(instance, sent);
  });

  it('given PostgreSQL is killed twice and comes back, then nothing acknowledged is lost', async () => {
    instance = await startInstance();
    const postgres = instance.stack.process('postgres');
    const backAfter = (kills: number) => async (): Promise<boolean> => {
      if (postgres.restarts < kills) return false;
      return instance.lake.query('SELECT 1').then(
        () => true,
        () => false,
      );
    };
    const kill = onceAt(0.2, async () => {
      postgres.kill('SIGKILL');
      await eventually('PostgreSQL is back', backAfter(1));
    });
    const whileOthersCatchUp = onceAt(0.6, () => postgres.kill('SIGKILL'));
    const sent = await instance.load(partOfTheLedger(3), {
      afterRequest: async (done) => {
        await kill(done);
        await whileOthersCatchUp(done);
      },
    });
    await eventually('PostgreSQL is back', backAfter(2));
    await expectNothingLost(instance, sent);
  });

  it('given lake and metrics are killed in turn all along the load, then nothing acknowledged is lost', async () => {
    instance = await startInstance();
    const victims = (['lake', 'metrics'] as const).map((name) => instance.stack.process(name));
    const points = [0.1, 0.25, 0.4, 0.55, 0.7, 0.9].map((share, i) =>
      onceAt(share, async () => {
        const victim = victims[i % 2]!;
        await eventually(`${victim.name} lives`, () => victim.state === 'running');
        victim.kill('SIGKILL');
      }),
    );
    const sent = await instance.load(ledgerOfBothDistricts(), {
      afterRequest: async (done) => {
        for (const point of points) await point(done);
      },
    });
    await eventually('every kill struck a living process', () =>
      victims.every(({ restarts }) => restarts === 3),
    );
    await expectNothingLostAndAllExact(instance, sent);
  });
});
