import { runMain } from '@minhai/nest';
import { readConfig } from './config.js';
import { startMetrics } from './start-metrics.js';

runMain('metrics', async () => startMetrics(readConfig()));
