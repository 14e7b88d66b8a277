import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';

/** OpenAPI 3.1 speaks JSON Schema 2020-12, as zod does; the converter Nest brings would say it in the words of 3.0. */
const standardSchemaConverter = (schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }) => {
  if (!(schema instanceof z.ZodType)) return undefined;
  const converted = z.toJSONSchema(schema, { io: schemaType, unrepresentable: 'any' });
  const { $defs, ...rest } = converted;
  // The document names its dialect once, for all schemas.
  delete rest.$schema;
  return { schema: rest, components: $defs };
};

/** Built from the controllers' decorators and the zod schemas on their parameters and responses. */
export const openApiDocument = (app: NestFastifyApplication, title: string, version: string): OpenAPIObject =>
  SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setOpenAPIVersion('3.1.0')
      .setTitle(title)
      .setVersion(version)
      .addBearerAuth()
      .build(),
    { standardSchemaConverter },
  );

/** `/openapi.json` always; the browsable `/docs` loads its assets from disk and can be left out in specs. */
export function serveOpenApi(
  app: NestFastifyApplication,
  document: () => OpenAPIObject,
  browsable: boolean,
): void {
  SwaggerModule.setup('docs', app, document, {
    jsonDocumentUrl: 'openapi.json',
    ui: browsable,
    raw: ['json'],
  });
}
