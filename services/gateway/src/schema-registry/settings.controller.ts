import { Get, Param, Put, Req } from '@nestjs/common';
import { ApiOperation, ApiSecurity } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Registrars } from './registrars.js';
import { RegistryBody } from './registry-body.js';
import { RegistryController } from './registry-controller.js';
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

const wantedLevel = z.looseObject({ compatibility: z.string() });

@RegistryController('')
export class SettingsController {
  constructor(
    private readonly body: RegistryBody,
    private readonly registrars: Registrars,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Whether there is a registry' })
  root(): object {
    return {};
  }

  @Get(['config', 'config/:subject'])
  @ApiOperation({ summary: 'Level of compatibility, the same for every subject' })
  level(): { compatibilityLevel: string } {
    return { compatibilityLevel: LEVEL };
  }

  @Put(['config', 'config/:subject'])
  @ApiSecurity('bearer')
  @ApiOperation({ summary: 'Accepts the level there is; any other is refused' })
  async setLevel(@Req() request: FastifyRequest): Promise<{ compatibility: string }> {
    await this.registrars.registrarOf(request);
    const wanted = wantedLevel.safeParse(await this.body.json(request));
    if (!wanted.success || !LEVELS.has(wanted.data.compatibility.toUpperCase()))
      throw refusal.levelInvalid(
        `the body is {"compatibility": level}; levels are ${[...LEVELS].join(', ')}`,
      );
    if (wanted.data.compatibility.toUpperCase() !== LEVEL)
      throw refusal.notPermitted(
        `the level is ${LEVEL} for every subject: contracts follow one set of rules`,
      );
    return { compatibility: LEVEL };
  }

  @Get(['mode', 'mode/:subject'])
  @ApiOperation({ summary: 'READWRITE, always' })
  mode(@Param('subject') _subject?: string): { mode: string } {
    return { mode: 'READWRITE' };
  }

  @Put(['mode', 'mode/:subject'])
  @ApiOperation({ summary: 'Refused: ids are derived, never imported' })
  setMode(): never {
    throw refusal.notPermitted('the mode is READWRITE; ids are derived from content and cannot be imported');
  }
}
