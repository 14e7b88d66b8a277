import { baseConfig, parseConfig, portNumber } from '@minhai/nest';
import { z } from 'zod';
import { Failpoints } from './failpoints/failpoints.js';

const count = z.coerce.number().int().positive();
const MIB = 1_048_576;

export const configSchema = z.object({
  ...baseConfig,
  PORT: portNumber.default(7325).describe('port to listen on; 0 picks a free one'),
  CONSUMER_GROUP: z.string().min(1).default('minhai-lake').describe('Kafka consumer group of the lake'),
  KAFKA_SESSION_TIMEOUT_MS: count
    .min(6_000)
    .default(10_000)
    .describe(
      'how long the partitions of a process that died stay with it, unless its successor starts on the same machine',
    ),
  INTAKE_CONCURRENCY: count
    .max(16)
    .default(12)
    .describe('intake partitions whose events wait for a transaction at the same time'),
  INTAKE_BATCH_EVENTS: count
    .max(20_000)
    .default(2_000)
    .describe('events of a transaction; most of one partition in it'),
  INTAKE_BATCH_BYTES: count.default(4 * MIB).describe('most payload bytes of one transaction'),
  PUBLISH_BUFFER_BYTES: count
    .default(32 * MIB)
    .describe('accepted events held in memory until Kafka has them'),
  RECEIPTS_TOPIC: z
    .enum(['on', 'off'])
    .default('on')
    .describe(
      'off: what happens meanwhile is never told on the receipts topic, e.g. while years of history are loaded',
    ),
  DATABASE_CONNECTIONS: count.max(100).default(6).describe('most PostgreSQL connections'),
  NODE_ENV: z.string().default('development').describe('production switches failpoints off'),
  MINHAI_FAILPOINT: z.string().default('').describe('for tests: name:kill|throw|hang:n, comma separated'),
});

export type LakeConfig = z.output<typeof configSchema>;

export const readConfig = (env: NodeJS.ProcessEnv = process.env): LakeConfig =>
  parseConfig(configSchema, env);

export function failpointsOf({ NODE_ENV, MINHAI_FAILPOINT }: LakeConfig): Failpoints {
  if (NODE_ENV === 'production' || MINHAI_FAILPOINT === '') return Failpoints.none;
  return Failpoints.parse(MINHAI_FAILPOINT, { kill: () => void process.kill(process.pid, 'SIGKILL') });
}
