import { formatInstant } from '@minhai/domain';
import { RefusedError } from '@minhai/errors';
import { DATABASE } from '@minhai/nest';
import type { Database } from '@minhai/postgres';
import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { type AdoptedDefinition, readDefinitions } from './definition-history.store.js';
import { pinnedDefinition } from './definition-version.js';

export interface DefinitionVersion extends Omit<AdoptedDefinition, 'adoptedAt' | 'definition'> {
  readonly adoptedAt: string;
  /** Whether it is the one that figures are computed by today. */
  readonly inForce: boolean;
}

export interface DefinitionWithText extends DefinitionVersion {
  readonly definition: IndicatorDefinition;
}

@ApiTags('definitions')
@Controller('v1/definitions')
export class DefinitionsController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Every version of every indicator’s definition that was ever in force' })
  async list(): Promise<{ readonly definitions: readonly DefinitionVersion[] }> {
    return { definitions: (await readDefinitions(this.database, null)).map(versionOf) };
  }

  @Get(':id')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The versions of one indicator’s definition in full, oldest first' })
  async get(@Param('id') id: string): Promise<{ readonly versions: readonly DefinitionWithText[] }> {
    const adopted = await readDefinitions(this.database, id);
    if (adopted.length === 0) throw new RefusedError(404, 'NOT_FOUND', 'no such indicator');
    const versions = adopted.map((one) => ({
      ...versionOf(one),
      definition: JSON.parse(one.definition) as IndicatorDefinition,
    }));
    return { versions };
  }
}

const IN_FORCE: ReadonlySet<string> = new Set(INDICATORS.map((one) => pinnedDefinition(one).digest));

const versionOf = ({ definition: _, adoptedAt, ...version }: AdoptedDefinition): DefinitionVersion => ({
  ...version,
  adoptedAt: formatInstant(adoptedAt),
  inForce: IN_FORCE.has(version.digest),
});
