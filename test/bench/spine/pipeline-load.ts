import type { BenchInstance } from '../harness/bench-instance.js';
import { startBenchProcess, type BenchProcess } from '../harness/bench-process.js';
import { reached, until } from '../harness/steady-run.js';
import type { Calendar } from './event-stream.js';
import { pipelineState } from './pipeline-state.js';
import type { Published, PublisherJob } from './publisher.process.js';

/** A publisher that waits for its `go`. */
export async function startPublisher(
  instance: BenchInstance,
  job: Pick<PublisherJob, 'events' | 'run'> & Partial<PublisherJob>,
): Promise<BenchProcess> {
  const { brokers, topicPrefix } = instance.stack;
  const publisher = startBenchProcess('./publisher.process.js', import.meta.url, {
    brokers,
    topicPrefix,
    ...job,
  } satisfies PublisherJob);
  await publisher.next('ready');
  return publisher;
}

/** Publishes and waits until everything is settled; seconds from the first send to the last figure. */
export async function through(
  instance: BenchInstance,
  publisher: BenchProcess,
  events: number,
): Promise<{ seconds: number; published: Published }> {
  const state = () => pipelineState(instance.owner);
  const { folded } = await state();
  const begun = performance.now();
  publisher.send({ type: 'go' });
  const published = await publisher.next<Published>('published');
  await reached(async () => (await state()).folded, folded + events);
  await until(async () => !(await state()).unsettled);
  return { seconds: (performance.now() - begun) / 1000, published };
}

export async function load(
  instance: BenchInstance,
  events: number,
  run: number,
  calendar?: Calendar,
): Promise<void> {
  if (events === 0) return;
  await through(instance, await startPublisher(instance, { events, run, calendar }), events);
}
