import { z } from 'zod';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const hostAndPort = /^[^\s:,]+:\d{1,5}$/;

export const portNumber = z.coerce.number().int().min(0).max(65_535);

/** `host:port,host:port` as a list. */
export const brokerList = z
  .string()
  .transform((text) => text.split(',').map((broker) => broker.trim()))
  .refine((brokers) => brokers.every((broker) => hostAndPort.test(broker)), 'must be host:port[,host:port…]');

/** What every service needs. A service spreads it into its own schema and overrides PORT's default. */
export const baseConfig = {
  HOST: z.string().default('127.0.0.1').describe('address to listen on; loopback unless set'),
  PORT: portNumber.describe('port to listen on; 0 picks a free one'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .describe('PostgreSQL connection string of this service’s role'),
  KAFKA_BROKERS: brokerList.describe('Kafka brokers, host:port separated by commas'),
  TOPIC_PREFIX: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens')
    .default('mca')
    .describe('first part of every topic name'),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info').describe('least severe log line that is written'),
};
