import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentReader } from '../readers/reader.guard.js';
import type { Reader } from '../readers/reader.js';
import type { QualityAnswer } from './quality-answer.js';
import { type DriftQuery, type QualityQuery, driftQuery, qualityQuery } from './quality.query.js';
import { type DriftAnswer, QualityService } from './quality.service.js';

@ApiTags('quality')
@Controller('v1')
export class QualityController {
  constructor(@Inject(QualityService) private readonly service: QualityService) {}

  @Get('indicators/:id/quality')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'How good an indicator is: findings, held records, who did not report, freshness, drift',
  })
  quality(
    @Param('id') id: string,
    @Query({ schema: qualityQuery }) query: QualityQuery,
    @CurrentReader() reader: Reader,
  ): Promise<QualityAnswer> {
    return this.service.quality(id, query, reader);
  }

  @Get('drift')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Declared stocks that differ from what their events come to, the largest first' })
  drift(
    @Query({ schema: driftQuery }) query: DriftQuery,
    @CurrentReader() reader: Reader,
  ): Promise<DriftAnswer> {
    return this.service.drifts(query, reader);
  }
}
