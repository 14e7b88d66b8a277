import { runMain } from '@minhai/nest';
import { readConfig } from './config.js';
import { startLake } from './start-lake.js';

runMain('lake', () => startLake(readConfig()));
