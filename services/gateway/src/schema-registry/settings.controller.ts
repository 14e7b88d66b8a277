import { Get, Param, Put, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Registrars } from './registrars.js';
import { RegistryBody } from './registry-body.js';
import { RegistryController } from './registry-controller.js';
import { ApiRegistryRoute, registryAnswer, registryBody } from './registry.api.js';
import { refusal } from './registry-refusal.js';

/**
 * The level clients expect and compare with. The rules are stricter (every older version is read, nothing is removed)
 * and the same for every subject, so there is nothing to configure.
 */
const LEVEL = 'BACKWARD';
const LEVELS: ReadonlySet<string> = new Set([
  'NONE',
  ...['BACKWARD', 'FORWARD', 'FULL'].flatMap((level) => [level, `${level}_TRANSITIVE`]),
]);

const LEVEL_CHANGE = { answer: registryBody.level, body: registryBody.level, refusals: [400, 401, 403, 422] };
const MODE_CHANGE = { body: registryBody.mode, refusals: [422] };

@RegistryController('')
export class SettingsController {
  constructor(
    private readonly body: RegistryBody,
    private readonly registrars: Registrars,
  ) {}

  @Get()
  @ApiRegistryRoute('Whether there is a registry', { answer: z.object({}) })
  root(): object {
    return {};
  }

  @Get('config')
  @ApiRegistryRoute('Level of compatibility', { answer: registryAnswer.level })
  level(): { compatibilityLevel: string } {
    return { compatibilityLevel: LEVEL };
  }

  @Get('config/:subject')
  @ApiRegistryRoute('Level of compatibility of a subject: the same for every one', {
    answer: registryAnswer.level,
  })
  levelOf(@Param('subject') _subject: string): { compatibilityLevel: string } {
    return this.level();
  }

  @Put('config')
  @ApiRegistryRoute('Accepts the level there is; any other is refused', LEVEL_CHANGE)
  async setLevel(@Req() request: FastifyRequest): Promise<{ compatibility: string }> {
    await this.registrars.registrarOf(request);
    const wanted = registryBody.level.safeParse(await this.body.json(request));
    const level = wanted.success ? wanted.data.compatibility.toUpperCase() : '';
    if (!LEVELS.has(level))
      throw refusal.levelInvalid(
        `the body is {"compatibility": level}; levels are ${[...LEVELS].join(', ')}`,
      );
    if (level !== LEVEL)
      throw refusal.notPermitted(
        `the level is ${LEVEL} for every subject: contracts follow one set of rules`,
      );
    return { compatibility: LEVEL };
  }

  @Put('config/:subject')
  @ApiRegistryRoute('Accepts the level there is; any other is refused', LEVEL_CHANGE)
  setLevelOf(
    @Param('subject') _subject: string,
    @Req() request: FastifyRequest,
  ): Promise<{ compatibility: string }> {
    return this.setLevel(request);
  }

  @Get('mode')
  @ApiRegistryRoute('READWRITE, always', { answer: registryBody.mode })
  mode(): { mode: string } {
    return { mode: 'READWRITE' };
  }

  @Get('mode/:subject')
  @ApiRegistryRoute('READWRITE, always', { answer: registryBody.mode })
  modeOf(@Param('subject') _subject: string): { mode: string } {
    return this.mode();
  }

  @Put('mode')
  @ApiRegistryRoute('Refused: ids are derived, never imported', MODE_CHANGE)
  setMode(): never {
    throw refusal.notPermitted('the mode is READWRITE; ids are derived from content and cannot be imported');
  }

  @Put('mode/:subject')
  @ApiRegistryRoute('Refused: ids are derived, never imported', MODE_CHANGE)
  setModeOf(@Param('subject') _subject: string): never {
    return this.setMode();
  }
}
