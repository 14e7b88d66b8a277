import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** Built from the controllers' decorators and the zod schemas on their parameters. */
export const openApiDocument = (app: NestFastifyApplication, title: string, version: string): OpenAPIObject =>
  SwaggerModule.createDocument(
    app,
    new DocumentBuilder().setTitle(title).setVersion(version).addBearerAuth().build(),
  );

/** `/openapi.json` always; the browsable `/docs` loads its assets from disk and can be left out in specs. */
export function serveOpenApi(app: NestFastifyApplication, document: () => OpenAPIObject, browsable: boolean): void {
  SwaggerModule.setup('docs', app, document, {
    jsonDocumentUrl: 'openapi.json',
    ui: browsable,
    raw: ['json'],
  });
}
