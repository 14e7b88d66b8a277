import { Get, Param } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { RegistryController } from './registry-controller.js';
import { SchemaRegistry } from './schema-registry.service.js';
import type { SubjectVersion } from './schema.store.js';

@RegistryController('/schemas')
export class SchemasController {
  constructor(private readonly registry: SchemaRegistry) {}

  @Get('types')
  @ApiOperation({ summary: 'Kinds of schema: Avro' })
  types(): string[] {
    return ['AVRO'];
  }

  @Get('ids/:id')
  @ApiOperation({ summary: 'The schema of an id, as deserializers ask' })
  async find(@Param('id') id: string): Promise<{ schema: string }> {
    return { schema: await this.registry.schemaOf(id) };
  }

  @Get('ids/:id/schema')
  @ApiOperation({ summary: 'The schema of an id by itself' })
  schema(@Param('id') id: string): Promise<string> {
    return this.registry.schemaOf(id);
  }

  @Get('ids/:id/versions')
  @ApiOperation({ summary: 'Where an id stands' })
  async versions(@Param('id') id: string): Promise<SubjectVersion[]> {
    return [...(await this.registry.versionsOfId(id))];
  }

  @Get('ids/:id/subjects')
  @ApiOperation({ summary: 'Subjects of an id' })
  async subjects(@Param('id') id: string): Promise<string[]> {
    return [...new Set((await this.registry.versionsOfId(id)).map(({ subject }) => subject))];
  }
}
