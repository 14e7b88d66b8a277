import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { PublicEditionKey } from './edition-file.js';
import { EditionsService } from './editions.service.js';

@ApiTags('editions')
@Controller('v1/edition-keys')
export class EditionKeysController {
  constructor(@Inject(EditionsService) private readonly editions: EditionsService) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Public keys editions are signed with; compare their ids over a way you trust' })
  async list(): Promise<{ readonly keys: readonly PublicEditionKey[] }> {
    return { keys: await this.editions.keys() };
  }
}
