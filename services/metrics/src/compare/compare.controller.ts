import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Reader } from '../readers/reader.js';
import { CurrentReader } from '../readers/reader.guard.js';
import { ApiCompare, type CompareQuery, compareQuery } from './compare.api.js';
import { type CompareAnswer, CompareService } from './compare.service.js';

@ApiTags('indicators')
@Controller('v1/compare')
export class CompareController {
  constructor(@Inject(CompareService) private readonly service: CompareService) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiCompare()
  compare(
    @Query({ schema: compareQuery }) query: CompareQuery,
    @CurrentReader() reader: Reader,
  ): Promise<CompareAnswer> {
    return this.service.compare(query, reader);
  }
}
