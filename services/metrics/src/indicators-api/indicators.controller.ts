import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Reader } from '../readers/reader.js';
import { CurrentReader } from '../readers/reader.guard.js';
import { indicatorList, indicatorWithBreakdown } from './answers.js';
import {
  type IndicatorAnswer,
  IndicatorsService,
  type IndicatorWithBreakdown,
} from './indicators.service.js';
import { type ListQuery, type OneQuery, listQuery, oneQuery } from './query.js';

@ApiTags('indicators')
@Controller('v1/indicators')
export class IndicatorsController {
  constructor(@Inject(IndicatorsService) private readonly indicators: IndicatorsService) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Indicators of one district or all, at any day, as known at any time' })
  @ApiOkResponse({ standardSchema: indicatorList })
  async list(
    @Query({ schema: listQuery }) query: ListQuery,
    @CurrentReader() reader: Reader,
  ): Promise<{ readonly indicators: readonly IndicatorAnswer[] }> {
    return { indicators: await this.indicators.list(query, reader) };
  }

  @Get(':id')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'One indicator with its breakdown by 街镇' })
  @ApiOkResponse({ standardSchema: indicatorWithBreakdown })
  get(
    @Param('id') id: string,
    @Query({ schema: oneQuery }) query: OneQuery,
    @CurrentReader() reader: Reader,
  ): Promise<IndicatorWithBreakdown> {
    return this.indicators.get(id, query, reader);
  }
}
