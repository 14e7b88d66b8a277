import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { intakeTopic, judge, loadCatalogue, readHttpEvent, toKafkaRecord } from '@minhai/events';
import { kafkaJsClient } from '@minhai/kafka';
import { receiveJob, tell } from '../../harness/bench-process.js';
import { discardingKafka } from './discarding-kafka.js';
import { MicroBatch } from './micro-batch.js';
import type { ServerJob } from './server-job.js';

/** The least an HTTP intake can be: node:http, the same validation, the same producer; no framework, login or limits. */
const LF = 0x0a;
const { brokers, topicPrefix, ...limits } = await receiveJob<ServerJob>();
const catalogue = loadCatalogue();
const kafka =
  brokers === null ? discardingKafka : kafkaJsClient({ brokers: brokers.split(','), clientId: 'bench-raw' });
const batch = new MicroBatch(await kafka.producer(), limits);

/** Resolves when Kafka has the event; undefined when it is refused. */
function publish(text: Buffer): Promise<void> | undefined {
  const read = readHttpEvent(text, catalogue);
  if (!read.ok || judge(read.value, { now: Date.now(), catalogue }).problems.length > 0) return undefined;
  const { topicDomain, key, value, headers } = toKafkaRecord(read.value, catalogue);
  return batch.add(intakeTopic(topicPrefix, topicDomain), { key, value, headers });
}

/** Every line, also the last without line feed. */
function publishLines(body: Buffer): (Promise<void> | undefined)[] {
  const outcomes: (Promise<void> | undefined)[] = [];
  let start = 0;
  for (let end = body.indexOf(LF); end !== -1; end = body.indexOf(LF, start)) {
    if (end > start) outcomes.push(publish(body.subarray(start, end)));
    start = end + 1;
  }
  if (start < body.length) outcomes.push(publish(body.subarray(start)));
  return outcomes;
}

async function answer(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
  const isLines = request.headers['content-type'] === 'application/x-ndjson';
  const outcomes = isLines ? publishLines(body) : [publish(body)];
  await Promise.all(outcomes);
  return JSON.stringify({ accepted: outcomes.filter(Boolean).length, refused: [] });
}

const server = createServer((request, response) => {
  answer(request).then(
    (text) =>
      response
        .writeHead(202, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
        .end(text),
    (error: Error) => response.writeHead(500).end(error.message),
  );
});
server.listen(0, '127.0.0.1', () => tell('serving', { port: (server.address() as AddressInfo).port }));
