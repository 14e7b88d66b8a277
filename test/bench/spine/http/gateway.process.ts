import { gatewayConfig, startGateway } from '@minhai/gateway';
import { parseConfig } from '@minhai/nest';
import { receiveJob, tell } from '../../harness/bench-process.js';
import { discardingKafka } from './discarding-kafka.js';
import type { ServerJob } from './server-job.js';

const UNLIMITED = '1000000000';

/** The gateway as shipped, without its rate limit; `listening` is told by itself. */
const { brokers, topicPrefix, lingerMs, flushEvents, databaseUrl } = await receiveJob<ServerJob>();
const config = parseConfig(gatewayConfig, {
  PORT: '0',
  LOG_LEVEL: 'warn',
  DATABASE_URL: databaseUrl,
  KAFKA_BROKERS: brokers ?? '127.0.0.1:1',
  TOPIC_PREFIX: topicPrefix,
  LINGER_MS: String(lingerMs),
  FLUSH_EVENTS: String(flushEvents),
  RATE_EVENTS_PER_SECOND: UNLIMITED,
  RATE_BURST_EVENTS: UNLIMITED,
});
const { port } = await startGateway(config, {
  docs: false,
  ...(brokers === null && { kafka: discardingKafka }),
});
tell('serving', { port });
