import { randomUUID } from 'node:crypto';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { CODES, RefusedError, RejectedEventError, RetryableError, type Code } from '@minhai/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { PROBLEM_MEDIA_TYPE, problem, type ProblemDetails } from './problem.js';

const RETRY_AFTER_SECONDS = 2;

const CODE_OF_STATUS: Readonly<Record<number, Code>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'NOT_FOUND',
  406: 'MEDIA_TYPE',
  413: 'SIZE',
  414: 'SIZE',
  415: 'MEDIA_TYPE',
  429: 'QUOTA',
  431: 'SIZE',
  503: 'UNAVAILABLE',
};

const codeOfStatus = (status: number): Code =>
  CODE_OF_STATUS[status] ?? (status >= 500 ? 'HANDLER_ERROR' : 'BODY');

/** Fastify marks its own refusals (body too large, wrong media type, bad JSON) with a status. */
const statusOf = (error: unknown): number | undefined => {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : undefined;
};

/** The answer to any error. What is not ours and not the client's fault tells nothing but the trace id. */
export const problemOf = (error: unknown): ProblemDetails => {
  if (error instanceof RefusedError)
    return problem(error.status, error.code, error.message, error.extensions);
  if (error instanceof RejectedEventError) {
    return problem(400, error.code, error.message, { pointer: error.pointer });
  }
  if (error instanceof RetryableError) return problem(503, 'UNAVAILABLE', CODES.UNAVAILABLE.en);
  const status = statusOf(error) ?? 500;
  const code = codeOfStatus(status);
  return problem(status, code, CODES[code].en);
};

/** A W3C `traceparent` carries the caller's trace id; without one the request gets its own. */
const traceIdOf = (request: FastifyRequest): string => {
  const [, traceId] = String(request.headers['traceparent'] ?? '').split('-');
  return traceId && /^[0-9a-f]{32}$/.test(traceId) ? traceId : randomUUID().replaceAll('-', '');
};

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const traceId = traceIdOf(request);
    const body = { ...problemOf(error), traceId };
    this.record(error, body, request);
    if (reply.sent) return;
    if (body.status === 503 || body.status === 429) this.addRetryAfter(body, reply);
    void reply.status(body.status).header('content-type', PROBLEM_MEDIA_TYPE).send(JSON.stringify(body));
  }

  private addRetryAfter(body: ProblemDetails, reply: FastifyReply): void {
    const seconds = typeof body['retryAfter'] === 'number' ? body['retryAfter'] : RETRY_AFTER_SECONDS;
    void reply.header('retry-after', String(seconds));
  }

  private record(error: unknown, { status, code, traceId }: ProblemDetails, request: FastifyRequest): void {
    // The route's pattern, not the URL: paths and queries may name persons.
    const line = {
      traceId,
      status,
      code,
      route: `${request.method} ${request.routeOptions.url ?? '(none)'}`,
    };
    if (status === 500) this.logger.error({ ...line, err: error }, 'request failed');
    else if (status >= 500) this.logger.warn({ ...line, err: error }, 'request not served');
    else this.logger.debug(line, 'request refused');
  }
}
