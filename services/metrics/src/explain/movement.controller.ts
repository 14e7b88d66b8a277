import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentReader } from '../readers/reader.guard.js';
import type { Reader } from '../readers/reader.js';
import type { MovementAnswer } from './movement-answer.js';
import { type MovementQuery, movementQuery } from './movement.query.js';
import { MovementService } from './movement.service.js';

@ApiTags('indicators')
@Controller('v1/indicators')
export class MovementController {
  constructor(@Inject(MovementService) private readonly movements: MovementService) {}

  @Get(':id/movement')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary:
      'Why an indicator moved between two readings: parts that add up to the difference, with their events',
  })
  explain(
    @Param('id') id: string,
    @Query({ schema: movementQuery }) query: MovementQuery,
    @CurrentReader() reader: Reader,
  ): Promise<MovementAnswer> {
    return this.movements.explain(id, query, reader);
  }
}
