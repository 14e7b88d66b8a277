import { setTimeout as sleep } from 'node:timers/promises';
import { kafkaJsClient, type Producer } from '@minhai/kafka';
import { receiveJob, tell, told } from '../harness/bench-process.js';
import { eventStream, probe, type Calendar } from './event-stream.js';
import { byTopic, preparedRecords, sendAll, type PreparedRecord } from './prepared-records.js';

/** A department's publisher straight to Kafka. */
export interface PublisherJob {
  readonly brokers: string;
  readonly topicPrefix: string;
  readonly events: number;
  readonly run: number;
  readonly calendar?: Calendar | undefined;
  /** Events per second; absent: as fast as Kafka acknowledges. */
  readonly pace?: number;
  /** Every so many events a probe goes with them. */
  readonly probeEvery?: number;
}

export interface Published {
  readonly seconds: number;
  readonly cpuMicroseconds: number;
  /** When Kafka had acknowledged each probe, epoch ms. */
  readonly probesAcknowledgedAt: readonly number[];
}

const now = (): number => performance.timeOrigin + performance.now();

/** As a producer's linger: what comes meanwhile goes out with one send. */
const LINGER_MS = 5;

/** `records` at an even pace, a send every few milliseconds when the last one is acknowledged. */
async function sendPaced(
  producer: Producer,
  records: readonly PreparedRecord[],
  job: PublisherJob,
): Promise<number[]> {
  const probes = preparedRecords(
    Array.from({ length: Math.floor(records.length / job.probeEvery!) }, (_, number) =>
      probe(job.run + 1, number),
    ),
    job.topicPrefix,
  );
  const acknowledged: number[] = [];
  const begun = performance.now();
  for (let sent = 0; sent < records.length;) {
    const due = Math.min(records.length, Math.floor(((performance.now() - begun) / 1000) * job.pace!));
    if (due === sent) {
      await sleep(LINGER_MS);
      continue;
    }
    const dueProbes = probes.slice(acknowledged.length, Math.floor(due / job.probeEvery!));
    await producer.send(byTopic([...records.slice(sent, due), ...dueProbes]));
    const at = now();
    for (let i = 0; i < dueProbes.length; i++) acknowledged.push(at);
    sent = due;
    await sleep(LINGER_MS);
  }
  return acknowledged;
}

const job = await receiveJob<PublisherJob>();
const producer = await kafkaJsClient({
  brokers: job.brokers.split(','),
  clientId: 'bench-publisher',
}).producer();
const records = preparedRecords(eventStream(job.events, job.run, job.calendar), job.topicPrefix);
tell('ready');
await told('go');
const begun = performance.now();
const cpuBefore = process.cpuUsage();
let probesAcknowledgedAt: readonly number[] = [];
if (job.pace === undefined) await sendAll(producer, records);
else probesAcknowledgedAt = await sendPaced(producer, records, job);
const { user, system } = process.cpuUsage(cpuBefore);
const seconds = (performance.now() - begun) / 1000;
tell('published', { seconds, cpuMicroseconds: user + system, probesAcknowledgedAt } satisfies Published);
await producer.close();
process.disconnect();
