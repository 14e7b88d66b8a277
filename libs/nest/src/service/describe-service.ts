import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { createLogger } from '../logging/logger.js';
import { NestLogger } from '../logging/nest-logger.js';
import { CoreModule } from './core.module.js';
import { openApiDocument } from './open-api.js';
import { ServiceModule } from './service.module.js';
import type { ServiceOptions } from './start-service.js';

/** OpenAPI of a service from its decorators alone: no provider is made, nothing is connected. */
export async function describeService({
  name,
  module,
}: Pick<ServiceOptions, 'name' | 'module'>): Promise<OpenAPIObject> {
  const logger = createLogger(name, 'error');
  const core = CoreModule.register({ service: name, logger, exit: () => undefined });
  const app = await NestFactory.create<NestFastifyApplication>(
    ServiceModule.of([core, module]),
    new FastifyAdapter(),
    { preview: true, abortOnError: false, logger: new NestLogger(logger) },
  );
  return openApiDocument(app, `Minhai ${name}`, '1');
}
