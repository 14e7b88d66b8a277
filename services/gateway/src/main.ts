import { parseConfig, runMain } from '@minhai/nest';
import { gatewayConfig } from './config.js';
import { startGateway } from './start-gateway.js';

runMain('gateway', () => startGateway(parseConfig(gatewayConfig, process.env)));
