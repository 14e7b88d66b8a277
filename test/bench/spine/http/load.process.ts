import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { receiveJob, tell } from '../../harness/bench-process.js';
import { eventStream } from '../event-stream.js';
import { ResponseReader } from './response-reader.js';

/** A closed loop of keep-alive connections. Plain sockets: node's own HTTP client would cost more than the servers. */
export interface LoadJob {
  readonly port: number;
  readonly token: string;
  readonly connections: number;
  /** 1: single events; more: NDJSON. */
  readonly eventsPerRequest: number;
  readonly warmSeconds: number;
  readonly seconds: number;
}

export interface LoadResult {
  readonly requestsPerSecond: number;
  /** The load's own CPU, 1 = one core: near 1 it is the load that was measured. */
  readonly loadCores: number;
}

const RUN = 9;
const DIFFERENT_REQUESTS = 64;

const job = await receiveJob<LoadJob>();
const mediaType = job.eventsPerRequest === 1 ? 'application/cloudevents+json' : 'application/x-ndjson';

function requestOf(body: string): Buffer {
  const head = [
    'POST /v1/events HTTP/1.1',
    `host: 127.0.0.1:${job.port}`,
    `authorization: Bearer ${job.token}`,
    `content-type: ${mediaType}`,
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

const lines = Array.from(eventStream(DIFFERENT_REQUESTS * job.eventsPerRequest, RUN), (event) =>
  JSON.stringify(event),
);
const requests = Array.from({ length: DIFFERENT_REQUESTS }, (_, i) =>
  requestOf(lines.slice(i * job.eventsPerRequest, (i + 1) * job.eventsPerRequest).join('\n')),
);

let answered = 0;
let ending = false;

function open(first: number): void {
  const reader = new ResponseReader();
  let next = first;
  const socket = connect({ port: job.port, host: '127.0.0.1', noDelay: true });
  const send = (): void => void socket.write(requests[next++ % requests.length]!);
  socket.on('connect', send);
  socket.on('data', (chunk) => {
    for (const status of reader.push(chunk)) {
      if (status !== 202) throw new Error(`answered ${status}: ${chunk.toString('utf8')}`);
      answered++;
      if (!ending) send();
    }
  });
}

for (let i = 0; i < job.connections; i++) open(i);
await sleep(job.warmSeconds * 1000);
tell('warm');
const begun = performance.now();
const [before, cpuBefore] = [answered, process.cpuUsage()];
await sleep(job.seconds * 1000);
const seconds = (performance.now() - begun) / 1000;
const { user, system } = process.cpuUsage(cpuBefore);
tell('loaded', {
  requestsPerSecond: (answered - before) / seconds,
  loadCores: (user + system) / 1e6 / seconds,
} satisfies LoadResult);
ending = true;
