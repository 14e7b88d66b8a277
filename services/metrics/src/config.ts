import { baseConfig, parseConfig, portNumber } from '@minhai/nest';
import { z } from 'zod';

export const metricsConfig = z.object({
  ...baseConfig,
  PORT: portNumber.default(7320).describe('port of the metrics service; 0 picks a free one'),
  CONSUMER_GROUP: z
    .string()
    .min(1)
    .default('minhai-metrics')
    .describe('Kafka consumer group of the metrics processes'),
  EDITION_KEY_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('file of the private key that signs editions, made when missing; without it none are signed'),
  EDITION_KEY_ALGORITHM: z
    .enum(['ed25519', 'sm2-sm3'])
    .optional()
    .describe('kind of that key; ed25519 unless set'),
});

export type MetricsConfig = z.output<typeof metricsConfig>;

export const readConfig = (): MetricsConfig => parseConfig(metricsConfig, process.env);
