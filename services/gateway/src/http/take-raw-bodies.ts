import type { IncomingMessage } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { discardBody } from './discard-body.js';

/**
 * Leaves bodies on the socket for the routes that read them themselves; only `application/json` is still parsed
 * before a handler runs, and has `jsonBodyMs` to arrive.
 */
export function takeRawBodies(app: NestFastifyApplication, jsonBodyMs: number): void {
  const server = app.getHttpAdapter().getInstance();
  server.addContentTypeParser('*', (_request, _body, done) => done(null));
  server.addHook('onRequest', (request, _reply, done) => {
    if (request.headers['content-type']?.startsWith('application/json'))
      endUnlessComplete(request.raw, jsonBodyMs);
    done();
  });
  server.addHook('onResponse', (request, _reply, done) => {
    discardBody(request.raw);
    done();
  });
}

function endUnlessComplete(request: IncomingMessage, afterMs: number): void {
  const timer = setTimeout(() => request.destroy(), afterMs).unref();
  request.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
}
