import { runMain } from '@minhai/nest';
import { readConfig } from './config.js';
import { startGateway } from './start-gateway.js';

runMain('gateway', () => startGateway(readConfig()));
