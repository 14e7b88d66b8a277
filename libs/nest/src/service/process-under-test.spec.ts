// Not a suite: the main module of the processes that process-end.int.spec.ts starts and stops.
import { Module } from '@nestjs/common';
import { z } from 'zod';
import { baseConfig } from '../config/base-config.js';
import { parseConfig } from '../config/parse-config.js';
import { Resources } from './resources.js';
import { runMain } from './run-main.js';
import { startService } from './start-service.js';

@Module({})
class EmptyModule {}

const NEVER = 3_600_000;

const schema = z.object({
  PORT: baseConfig.PORT,
  BEHAVIOUR: z.enum(['well', 'slow', 'bug']).default('well'),
});

runMain('empty', async () => {
  const config = parseConfig(schema, process.env);
  await startService({
    name: 'empty',
    module: EmptyModule,
    host: '127.0.0.1',
    port: config.PORT,
    configure: (app) => {
      if (config.BEHAVIOUR !== 'slow') return;
      app.get(Resources).closeAt('database', () => new Promise((resolve) => setTimeout(resolve, NEVER)));
    },
  });
  if (config.BEHAVIOUR === 'bug') void Promise.reject(new TypeError('nobody awaited this'));
});
