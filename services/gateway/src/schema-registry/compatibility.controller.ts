import { HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RegistryBody } from './registry-body.js';
import { RegistryController } from './registry-controller.js';
import { ApiRegistryRoute, ApiVerbose, registryAnswer, registryBody } from './registry.api.js';
import { SchemaRegistry } from './schema-registry.service.js';

interface CompatibilityAnswer {
  readonly is_compatible: boolean;
  readonly messages?: readonly string[];
}

const ROUTE = {
  answer: registryAnswer.compatible,
  body: registryBody.schema,
  refusals: [400, 404, 413, 415, 422],
};

@RegistryController('/compatibility/subjects')
export class CompatibilityController {
  constructor(
    private readonly registry: SchemaRegistry,
    private readonly body: RegistryBody,
  ) {}

  @Post(':subject/versions')
  @HttpCode(200)
  @ApiVerbose()
  @ApiRegistryRoute('Whether a schema may follow all versions of a subject', ROUTE)
  withAll(
    @Param('subject') subject: string,
    @Req() request: FastifyRequest,
    @Query('verbose') verbose?: string,
  ): Promise<CompatibilityAnswer> {
    return this.judge(subject, undefined, request, verbose === 'true');
  }

  @Post(':subject/versions/:version')
  @HttpCode(200)
  @ApiVerbose()
  @ApiRegistryRoute('Whether a schema may follow one version', ROUTE)
  withOne(
    @Param('subject') subject: string,
    @Param('version') version: string,
    @Req() request: FastifyRequest,
    @Query('verbose') verbose?: string,
  ): Promise<CompatibilityAnswer> {
    return this.judge(subject, version, request, verbose === 'true');
  }

  private async judge(
    subject: string,
    version: string | undefined,
    request: FastifyRequest,
    isVerbose: boolean,
  ): Promise<CompatibilityAnswer> {
    const text = await this.body.schemaText(request);
    const reasons = await this.registry.reasonsAgainst(subject, version, text);
    const answer = { is_compatible: reasons.length === 0 };
    if (!isVerbose) return answer;
    return {
      ...answer,
      messages: reasons.map(({ code, pointer, message }) => `${code}: ${pointer}: ${message}`),
    };
  }
}
