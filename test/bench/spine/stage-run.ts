import type { BenchInstance, ServiceName } from '../harness/bench-instance.js';
import { watchSteadyRun, type SteadyRun } from '../harness/steady-run.js';
import { calendarOf, eventStream } from './event-stream.js';
import { pipelineState } from './pipeline-state.js';
import { sendStream } from './prepared-records.js';

/** The stream that waits for the stages. */
export const STAGE_RUN = 1;

/** So many events into the intake topics. */
export async function preload(instance: BenchInstance, events: number): Promise<void> {
  const producer = await instance.kafka.producer();
  await sendStream(
    producer,
    eventStream(events, STAGE_RUN, calendarOf(events, 0)),
    instance.stack.topicPrefix,
  );
  await producer.close();
}

/** Starts a service on work that waits for it, and watches it to the end. */
export async function watched(
  instance: BenchInstance,
  service: ServiceName,
  events: number,
  stage: 'accepted' | 'folded',
): Promise<SteadyRun> {
  await instance.checkpoint();
  const starting = instance.start(service);
  const state = () => pipelineState(instance.owner);
  const isDrained = {
    accepted: async () => (await state()).published === events,
    folded: async () => !(await state()).unsettled,
  };
  const steady = await watchSteadyRun({
    done: async () => (await state())[stage],
    target: events,
    cpu: async () => ({ ...(await instance.cpuOf(service)) }),
    drained: isDrained[stage],
  });
  await starting;
  await instance.halt(service);
  return steady;
}
