import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import type { LogLevel } from '../config/base-config.js';
import { HealthRegistry } from '../health/health-registry.js';
import { httpLimits, type HttpLimits } from '../http/http-limits.js';
import { validationPipe } from '../http/validation.pipe.js';
import { createLogger } from '../logging/logger.js';
import { NestLogger } from '../logging/nest-logger.js';
import { ProblemFilter } from '../problem/problem.filter.js';
import { watchEventLoop } from '../telemetry/event-loop-watch.js';
import { Telemetry } from '../telemetry/telemetry.js';
import type { Exit } from '../tokens.js';
import { CoreModule } from './core.module.js';
import { endGracefully } from './graceful-end.js';
import { openApiDocument, serveOpenApi } from './open-api.js';
import { ServiceModule, type AnyModule } from './service.module.js';

export interface ServiceOptions {
  readonly name: string;
  readonly module: AnyModule;
  readonly host: string;
  /** 0 picks a free port; the port in use is in the result. */
  readonly port: number;
  readonly logLevel?: LogLevel;
  readonly logger?: Logger;
  readonly http?: HttpLimits;
  /** Serve the browsable API under /docs. Default true. */
  readonly docs?: boolean;
  /** Before listening: consumers to connect, body parsers to add. */
  readonly configure?: (app: NestFastifyApplication) => void | Promise<void>;
  /** How the process ends; a spec passes its own. */
  readonly exit?: Exit;
}

export interface RunningService {
  readonly app: NestFastifyApplication;
  readonly port: number;
  readonly url: string;
  readonly logger: Logger;
  /** Stops taking work, finishes what runs, closes consumers, producers and the database, in this order. */
  stop(): Promise<void>;
}

/** Starts HTTP first, so that readiness can be asked for, then the consumers; ready when both are up. */
export async function startService(options: ServiceOptions): Promise<RunningService> {
  const { name, host, exit = (code) => process.exit(code) } = options;
  const logger = options.logger ?? createLogger(name, options.logLevel);
  const app = await createApp(options, logger, exit);
  const end = endGracefully({ app, logger, exit });
  try {
    await begin(app, options);
  } catch (error) {
    await end.now();
    throw error;
  }
  const watch = watchEventLoop(app.get(Telemetry), logger);
  const port = portOf(app);
  logger.info({ host, port }, `${name} is listening`);
  process.send?.({ type: 'listening', port });
  const stop = async (): Promise<void> => {
    watch.stop();
    await end.now();
  };
  return { app, port, url: `http://${host}:${port}`, logger, stop };
}

async function begin(app: NestFastifyApplication, options: ServiceOptions): Promise<void> {
  await options.configure?.(app);
  serveOpenApi(app, () => openApiDocument(app, `Minhai ${options.name}`, '1'), options.docs ?? true);
  await app.listen({ host: options.host, port: options.port });
  await app.startAllMicroservices();
  app.get(HealthRegistry).started();
}

async function createApp(
  options: ServiceOptions,
  logger: Logger,
  exit: Exit,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter(httpLimits(options.http));
  const core = CoreModule.register({ service: options.name, logger, exit });
  const app = await NestFactory.create<NestFastifyApplication>(
    ServiceModule.of([core, options.module]),
    adapter,
    {
      logger: new NestLogger(logger),
      abortOnError: false,
      return503OnClosing: true,
    },
  );
  app.useGlobalFilters(new ProblemFilter(logger));
  app.useGlobalPipes(validationPipe());
  return app;
}

const portOf = (app: NestFastifyApplication): number => {
  const address = app.getHttpServer().address();
  if (address && typeof address === 'object') return address.port;
  throw new Error('the HTTP server has no address');
};
