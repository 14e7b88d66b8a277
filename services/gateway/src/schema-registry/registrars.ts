import { RefusedError } from '@minhai/errors';
import type { FastifyRequest } from 'fastify';
import type { Publishers } from '../credentials/publisher.js';
import { basicToken, bearerToken } from '../credentials/token.js';

/** Who may add schemas: a credential with the right `schemas:write`, as bearer or as password of any user. */
export class Registrars {
  constructor(private readonly publishers: Publishers) {}

  /** Credential id of the sender. Throws RefusedError 401 without a credential, 403 without the right. */
  async registrarOf({ headers: { authorization } }: FastifyRequest): Promise<string> {
    const token = bearerToken(authorization) ?? basicToken(authorization);
    const publisher = token === undefined ? undefined : await this.publishers.find(token);
    if (publisher === undefined)
      throw new RefusedError(
        401,
        'UNAUTHENTICATED',
        'this needs a credential: a schema that is new here, or a change of settings',
      );
    if (!publisher.rights.includes('schemas:write'))
      throw new RefusedError(
        403,
        'FORBIDDEN',
        'this schema is new here, and the credential has no right to add one or to change settings (schemas:write)',
      );
    return publisher.credentialId;
  }
}
