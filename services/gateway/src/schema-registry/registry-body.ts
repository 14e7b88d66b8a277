import { RefusedError } from '@minhai/errors';
import { LIMITS, parseStrictJson, SCHEMA_LIMITS } from '@minhai/events';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { receiveWholeBody, type Reception } from '../publish-events/receive-body.js';
import { isRegistryBody, REGISTRY_MEDIA_TYPE } from './media-type.js';
import { refusal } from './registry-refusal.js';

export const REGISTRY_PATH = '/registry';
/** Every character of the schema may be escaped; the rest of the body is small. */
const BODY_BYTES = 2 * SCHEMA_LIMITS.bytes + 4096;
/** `{metadata: {tags: …}}` of newer clients; the schema itself is a string. */
const BODY_DEPTH = 8;

const schemaBody = z.looseObject({
  schema: z.string(),
  schemaType: z.string().nullish(),
  references: z.array(z.unknown()).nullish(),
});

/** Reads request bodies of the registry. */
export class RegistryBody {
  constructor(
    private readonly reception: Reception,
    private readonly longestMs: number,
  ) {}

  /** The schema text a client sent. Throws when it is not Avro or refers to other schemas. */
  async schemaText(request: FastifyRequest): Promise<string> {
    const parsed = schemaBody.safeParse(await this.json(request));
    if (!parsed.success) throw refusal.bodyInvalid('the body is {"schema": "<Avro schema as a string>"}');
    const { schema, schemaType, references } = parsed.data;
    if (schemaType && schemaType !== 'AVRO')
      throw unusable(`contracts are Avro, not ${schemaType.slice(0, 20)}`);
    if (references && references.length > 0)
      throw unusable('a contract refers to no other schema: write its types out');
    return schema;
  }

  async json(request: FastifyRequest): Promise<unknown> {
    if (!isRegistryBody(request.headers['content-type']))
      throw new RefusedError(415, 'MEDIA_TYPE', `send ${REGISTRY_MEDIA_TYPE} or application/json`);
    if (Number(request.headers['content-length'] ?? 0) > BODY_BYTES) throw tooLarge();
    const limits = { bytes: BODY_BYTES, longestMs: this.longestMs };
    const bytes = await receiveWholeBody(request.raw, limits, this.reception).catch((error: unknown) => {
      throw error instanceof RefusedError && error.status === 413 ? tooLarge() : error;
    });
    const parsed = parseStrictJson(bytes, { ...LIMITS, depth: BODY_DEPTH });
    if (!parsed.ok) throw refusal.bodyInvalid(`${parsed.problems[0]!.code}: ${parsed.problems[0]!.message}`);
    return parsed.value;
  }
}

const tooLarge = (): RefusedError =>
  new RefusedError(413, 'SIZE', `a schema has at most ${SCHEMA_LIMITS.bytes} bytes, its body ${BODY_BYTES}`);

const unusable = (message: string) =>
  refusal.schemaInvalid([{ code: 'SCHEMA_INCOMPATIBLE', pointer: '', message }]);

/** Keeps the framework's JSON parser away from registry bodies: its limit and its errors are not the registry's. */
export function takeRegistryBodiesRaw(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      const isJson = request.headers['content-type']?.startsWith('application/json');
      if (isJson && request.url.startsWith(`${REGISTRY_PATH}/`))
        request.headers['content-type'] = REGISTRY_MEDIA_TYPE;
      done();
    });
}
