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
});

export type MetricsConfig = z.output<typeof metricsConfig>;

export const readConfig = (): MetricsConfig => parseConfig(metricsConfig, process.env);
