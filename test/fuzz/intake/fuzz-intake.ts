import { loadCatalogue } from '@minhai/events';
import { kafkaJsClient } from '@minhai/kafka';
import { seededRandom } from '@minhai/samples';
import type { TestInstance } from '../../e2e/support/instance.js';
import { allTypes } from './event-source.js';
import type { FuzzPlan, FuzzReport } from './fuzz-plan.js';
import { sendHostileBodies } from './hostile-http.js';
import { heldByCode, outcomeOf, sendHostileRecords } from './hostile-kafka.js';
import { processStates } from './memory.js';
import { sendValid } from './valid-events.js';

export type Say = (step: string, done: number, of: number) => void;

/** Of each transport: until code is compiled and buffers have their size, a process grows whatever it is sent. */
const WARM_UP = 2_000;

/** Fuzzes a running instance: valid events first, then a warm-up of hostile ones, then all of them. */
export async function fuzzIntake(instance: TestInstance, plan: FuzzPlan, say: Say): Promise<FuzzReport> {
  const now = Date.now();
  const kafka = kafkaJsClient({ brokers: instance.stack.brokers.split(','), clientId: 'fuzz' });
  const producer = await kafka.producer();
  const source = allTypes(plan.seed, now);
  const random = seededRandom(`hostile ${plan.seed}`);
  const half = Math.ceil(plan.hostile / 2);
  const hostile = async (count: number, step: string) => {
    const input = { source, random, count };
    const before = await heldByCode(instance);
    const http = await sendHostileBodies(instance, {
      ...input,
      say: (sent) => say(`${step}, HTTP`, sent, count),
    });
    const records = await sendHostileRecords(instance, producer, {
      ...input,
      say: (sent) => say(`${step}, Kafka`, sent, count),
    });
    await instance.settled();
    return { http, kafka: await outcomeOf(instance, records, before) };
  };
  try {
    const sent = await sendValid(instance, producer, {
      source,
      count: plan.valid,
      say: (done) => say('valid events', done, plan.valid),
    });
    await instance.settled();
    const accepted = await acceptedOf(instance, sent.ids);
    await hostile(Math.min(half, WARM_UP), 'warm-up');
    const before = await processStates(instance);
    const outcome = await hostile(half, 'hostile inputs');
    const after = await processStates(instance);
    const names = Object.keys(before);
    return {
      types: loadCatalogue().all().length,
      valid: { sent: sent.ids.length, refused: sent.refused, accepted },
      ...outcome,
      growth: Object.fromEntries(names.map((name) => [name, after[name]!.resident - before[name]!.resident])),
      ended: names.filter((name) => after[name]!.pid !== before[name]!.pid),
    };
  } finally {
    await producer.close();
  }
}

async function acceptedOf({ lake }: TestInstance, ids: readonly string[]): Promise<number> {
  const [row] = await lake.query<{ accepted: number }>(
    'SELECT count(*) AS accepted FROM lake.event AS event WHERE event.id = ANY ($1::uuid[])',
    [ids],
  );
  return Number(row!.accepted);
}
