import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Reader } from '../readers/reader.js';
import { CurrentReader } from '../readers/reader.guard.js';
import { ApiSeries, type SeriesAnswer, type SeriesQuery, seriesQuery } from './series.api.js';
import { SeriesService } from './series.service.js';

@ApiTags('indicators')
@Controller('v1/indicators')
export class SeriesController {
  constructor(@Inject(SeriesService) private readonly service: SeriesService) {}

  @Get(':id/series')
  @Header('cache-control', 'no-store')
  @ApiSeries()
  series(
    @Param('id') id: string,
    @Query({ schema: seriesQuery }) query: SeriesQuery,
    @CurrentReader() reader: Reader,
  ): Promise<SeriesAnswer> {
    return this.service.series(id, query, reader);
  }
}
