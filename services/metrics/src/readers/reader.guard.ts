import {
  type CanActivate,
  type ExecutionContext,
  Inject,
  Injectable,
  createParamDecorator,
} from '@nestjs/common';
import { RefusedError } from '@minhai/errors';
import type { FastifyRequest } from 'fastify';
import { ANONYMOUS, type Reader } from './reader.js';
import { Readers, readerToken } from './readers.js';

const readerOfRequest = new WeakMap<object, Reader>();

/** Knows who asks. A request without a token is anonymous; one with a wrong token is refused, not taken for anonymous. */
@Injectable()
export class ReaderGuard implements CanActivate {
  constructor(@Inject(Readers) private readonly readers: Readers) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { authorization } = request.headers;
    if (authorization === undefined) return true;
    const token = readerToken(authorization);
    const reader = token === undefined ? undefined : await this.readers.find(token);
    if (!reader) throw new RefusedError(401, 'UNAUTHENTICATED');
    readerOfRequest.set(request, reader);
    return true;
  }
}

/** Parameter of a route: who asks. */
export const CurrentReader = createParamDecorator(
  (_: unknown, context: ExecutionContext): Reader =>
    readerOfRequest.get(context.switchToHttp().getRequest<FastifyRequest>()) ?? ANONYMOUS,
);
