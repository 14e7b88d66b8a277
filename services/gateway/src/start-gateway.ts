import { startService, type Exit, type Logger, type RunningService } from '@minhai/nest';
import { AppModule, type GatewayParts } from './app.module.js';
import type { GatewayConfig } from './config.js';
import { takeRawBodies } from './http/take-raw-bodies.js';
import { takeRegistryBodiesRaw } from './schema-registry/registry-body.js';

/** A stream of the largest size at a modest rate; a body that trickles is ended much earlier by the arrival watch. */
const LONGEST_REQUEST_MS = 4 * 3_600_000;

export interface GatewayStart extends GatewayParts {
  readonly logger?: Logger;
  readonly exit?: Exit;
  readonly docs?: boolean;
}

export const startGateway = (config: GatewayConfig, start: GatewayStart = {}): Promise<RunningService> =>
  startService({
    name: 'gateway',
    module: AppModule.register(config, start),
    host: config.HOST,
    port: config.PORT,
    logLevel: config.LOG_LEVEL,
    logger: start.logger,
    exit: start.exit,
    docs: start.docs,
    http: { requestTimeoutMs: LONGEST_REQUEST_MS },
    configure: (app) => {
      takeRegistryBodiesRaw(app);
      takeRawBodies(app, config.BODY_SECONDS * 1000);
    },
  });
