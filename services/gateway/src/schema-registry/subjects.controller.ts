import { Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Registrars } from './registrars.js';
import { RegistryBody } from './registry-body.js';
import { RegistryController } from './registry-controller.js';
import { ApiRegistryRoute, registryAnswer, registryBody } from './registry.api.js';
import { SchemaRegistry } from './schema-registry.service.js';
import type { StoredVersion } from './schema.store.js';

/** What Confluent's clients send for "every subject". */
const ANY_PREFIX = ':*:';

const UNRELEASED =
  'kept and served under this id; events that use it are answered SCHEMA_UNKNOWN until a release contains the schema';

interface VersionAnswer {
  readonly subject: string;
  readonly id: number;
  readonly version: number;
  readonly schema: string;
}

/** The subject as the client calls it: clients key their caches by it. */
const answerOf = (subject: string, { id, version, schema }: StoredVersion): VersionAnswer => ({
  subject,
  id,
  version,
  schema,
});

@RegistryController('/subjects')
export class SubjectsController {
  constructor(
    private readonly registry: SchemaRegistry,
    private readonly body: RegistryBody,
    private readonly registrars: Registrars,
  ) {}

  @Get()
  @ApiQuery({ name: 'subjectPrefix', required: false })
  @ApiRegistryRoute('Subjects: the full names of all contracts', { answer: z.array(z.string()) })
  list(@Query('subjectPrefix') prefix?: string | string[]): Promise<string[]> {
    const wanted = String(prefix ?? '');
    return this.registry.subjects(wanted === ANY_PREFIX ? '' : wanted);
  }

  @Get(':subject/versions')
  @ApiRegistryRoute('Version numbers of a subject', { answer: z.array(z.int()), refusals: [404] })
  async versions(@Param('subject') subject: string): Promise<number[]> {
    return (await this.registry.versions(subject)).map(({ version }) => version);
  }

  @Get(':subject/versions/:version')
  @ApiRegistryRoute('One version; latest is the newest', {
    answer: registryAnswer.version,
    refusals: [404, 422],
  })
  async version(
    @Param('subject') subject: string,
    @Param('version') version: string,
  ): Promise<VersionAnswer> {
    return answerOf(subject, await this.registry.version(subject, version));
  }

  @Get(':subject/versions/:version/schema')
  @ApiRegistryRoute('The schema of one version by itself', {
    answer: registryAnswer.avro,
    refusals: [404, 422],
  })
  async schema(@Param('subject') subject: string, @Param('version') version: string): Promise<string> {
    return (await this.registry.version(subject, version)).schema;
  }

  @Post(':subject')
  @HttpCode(200)
  @ApiRegistryRoute('Id and version of a schema in a subject', {
    answer: registryAnswer.version,
    body: registryBody.schema,
    refusals: [400, 404, 413, 415, 422],
  })
  async lookUp(@Param('subject') subject: string, @Req() request: FastifyRequest): Promise<VersionAnswer> {
    return answerOf(subject, await this.registry.lookUp(subject, await this.body.schemaText(request)));
  }

  @Post(':subject/versions')
  @HttpCode(200)
  @ApiRegistryRoute('Id of a schema, registered when it is new', {
    answer: registryAnswer.registered,
    body: registryBody.schema,
    refusals: [400, 401, 403, 409, 413, 415, 422, 429],
    description: `Only a new schema needs a credential, with the right schemas:write, as bearer or as the password of any user. A new one is ${UNRELEASED}.`,
  })
  async register(
    @Param('subject') subject: string,
    @Req() request: FastifyRequest,
  ): Promise<{ id: number; version: number; note?: string }> {
    const text = await this.body.schemaText(request);
    const registrar = (): Promise<string> => this.registrars.registrarOf(request);
    const { id, version, isReleased } = await this.registry.register(subject, text, registrar);
    return isReleased ? { id, version } : { id, version, note: UNRELEASED };
  }
}
