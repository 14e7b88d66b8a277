import { baseConfig, parseConfig } from '@minhai/nest';
import { z } from 'zod';

const MIB = 1024 * 1024;

const positive = (fallback: number, description: string) =>
  z.coerce.number().int().positive().default(fallback).describe(description);

export const gatewayConfig = z.object({
  ...baseConfig,
  PORT: baseConfig.PORT.default(7310),
  DATABASE_CONNECTIONS: positive(4, 'PostgreSQL connections for receipts'),
  LINGER_MS: positive(5, 'longest wait of an event for company while another send is under way, ms'),
  FLUSH_EVENTS: positive(500, 'events produced in one send'),
  FLUSHES_IN_FLIGHT: positive(3, 'sends under way at the same time'),
  OUTSTANDING_EVENTS: positive(
    20_000,
    'events that may wait for Kafka; beyond it streams wait and requests get 503',
  ),
  OUTSTANDING_BYTES: positive(64 * MIB, 'bytes of events that may wait for Kafka'),
  STREAM_OUTSTANDING_EVENTS: positive(5_000, 'events of one NDJSON stream that may wait for Kafka'),
  ACK_TIMEOUT_MS: positive(15_000, 'longest wait for Kafka before the answer is 503, ms'),
  BODY_BYTES: positive(MIB, 'largest JSON body'),
  BODY_MEMORY_BYTES: positive(64 * MIB, 'memory of all bodies that are arriving'),
  BODY_SECONDS: positive(60, 'longest time a JSON body may take to arrive'),
  BODY_MIN_BYTES_PER_SECOND: positive(1024, 'slowest arrival of a body, after 10 seconds of grace'),
  NDJSON_BYTES: positive(1024 * MIB, 'largest NDJSON stream, after unpacking'),
  NDJSON_LINES: positive(1_000_000, 'most lines of an NDJSON stream'),
  NDJSON_LINE_BYTES: positive(MIB, 'longest NDJSON line'),
  GZIP_FREE_BYTES: positive(10 * MIB, 'a gzip body may unpack to this size whatever its ratio'),
  GZIP_MAX_RATIO: positive(100, 'largest ratio of unpacked to packed bytes beyond that size'),
  RATE_EVENTS_PER_SECOND: positive(50_000, 'events a second of one credential, over time'),
  RATE_BURST_EVENTS: positive(200_000, 'events one credential may send at once'),
});

export type GatewayConfig = z.output<typeof gatewayConfig>;

/** Throws ConfigurationError naming every variable that is missing or malformed. */
export const readConfig = (): GatewayConfig => parseConfig(gatewayConfig, process.env);
