import { Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { RegistryController } from './registry-controller.js';
import { ApiRegistryRoute, registryAnswer } from './registry.api.js';
import { SchemaRegistry } from './schema-registry.service.js';
import type { SubjectVersion } from './schema.store.js';

@RegistryController('/schemas')
export class SchemasController {
  constructor(private readonly registry: SchemaRegistry) {}

  @Get('types')
  @ApiRegistryRoute('Kinds of schema: Avro', { answer: z.array(z.string()) })
  types(): string[] {
    return ['AVRO'];
  }

  @Get('ids/:id')
  @ApiRegistryRoute('The schema of an id, as deserializers ask', {
    answer: z.object({ schema: z.string() }),
    refusals: [404],
  })
  async find(@Param('id') id: string): Promise<{ schema: string }> {
    return { schema: await this.registry.schemaOf(id) };
  }

  @Get('ids/:id/schema')
  @ApiRegistryRoute('The schema of an id by itself', { answer: registryAnswer.avro, refusals: [404] })
  schema(@Param('id') id: string): Promise<string> {
    return this.registry.schemaOf(id);
  }

  @Get('ids/:id/versions')
  @ApiRegistryRoute('Where an id stands', { answer: registryAnswer.place, refusals: [404] })
  async versions(@Param('id') id: string): Promise<SubjectVersion[]> {
    return [...(await this.registry.versionsOfId(id))];
  }

  @Get('ids/:id/subjects')
  @ApiRegistryRoute('Subjects of an id', { answer: z.array(z.string()), refusals: [404] })
  async subjects(@Param('id') id: string): Promise<string[]> {
    return [...new Set((await this.registry.versionsOfId(id)).map(({ subject }) => subject))];
  }
}
