import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { RefusedError } from '@minhai/errors';
import type { FastifyRequest } from 'fastify';
import { Publishers, type Publisher } from './publisher.js';
import { bearerToken } from './token.js';

const publisherOfRequest = new WeakMap<object, Publisher>();

/** The publisher the guard let in; only for routes behind BearerGuard. */
export function publisherOf(request: FastifyRequest): Publisher {
  const publisher = publisherOfRequest.get(request);
  if (publisher === undefined) throw new TypeError('publisherOf needs BearerGuard on the route');
  return publisher;
}

/** Lets in requests with `Authorization: Bearer mhk_…` of an active credential; 401 otherwise. */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(private readonly publishers: Publishers) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = bearerToken(request.headers.authorization);
    const publisher = token === undefined ? undefined : await this.publishers.find(token);
    if (publisher === undefined) throw new RefusedError(401, 'UNAUTHENTICATED');
    publisherOfRequest.set(request, publisher);
    return true;
  }
}
