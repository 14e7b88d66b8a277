import { Body, Controller, Header, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Proposal, proposal } from './proposal.js';
import { type Rehearsal, RehearsalsService } from './rehearsals.service.js';

@ApiTags('definitions')
@Controller('v1/rehearsals')
export class RehearsalsController {
  constructor(@Inject(RehearsalsService) private readonly rehearsals: RehearsalsService) {}

  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary:
      'What a proposed definition would change: every month end of the district and its 街镇; nothing is stored',
  })
  rehearse(@Body({ schema: proposal }) body: Proposal): Promise<Rehearsal> {
    return this.rehearsals.rehearse(body);
  }
}
