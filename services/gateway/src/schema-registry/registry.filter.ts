import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { LOGGER, problemOf, type Logger } from '@minhai/nest';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { registryMediaType } from './media-type.js';
import { RegistryRefusal } from './registry-refusal.js';

const RETRY_AFTER_SECONDS = '2';
/** Confluent's number for a store that does not answer. */
const STORE_ERROR = 50001;

export interface RegistryError {
  readonly error_code: number;
  /** Begins with the code of Minhai's closed list. */
  readonly message: string;
}

/** Every error under /registry as `{error_code, message}`, which is all that registry clients read. */
@Catch()
export class RegistryFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const { status, body } = registryErrorOf(error);
    if (status >= 500)
      this.logger.error({ err: error, status, route: request.routeOptions.url }, 'registry request failed');
    if (reply.sent) return;
    if (status === 503) void reply.header('retry-after', RETRY_AFTER_SECONDS);
    if (status === 401) void reply.header('www-authenticate', 'Basic realm="registry", Bearer');
    void reply
      .status(status)
      .header('content-type', registryMediaType(request.headers.accept))
      .send(JSON.stringify(body));
  }
}

export function registryErrorOf(error: unknown): { status: number; body: RegistryError } {
  if (error instanceof RegistryRefusal)
    return {
      status: error.status,
      body: { error_code: error.errorCode, message: `${error.code}: ${error.message}` },
    };
  const { status, code, detail } = problemOf(error);
  const number = status >= 500 ? STORE_ERROR : status * 100 + 1;
  return { status, body: { error_code: number, message: `${code}: ${detail}` } };
}
