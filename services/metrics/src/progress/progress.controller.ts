import { Controller, Get, Header, Inject } from '@nestjs/common';
import { DATABASE } from '@minhai/nest';
import type { Database } from '@minhai/postgres';
import { DefinitionWatch } from '../rebuild/definition-watch.js';
import { type Progress, readProgress } from './progress.reader.js';

@Controller('v1/progress')
export class ProgressController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(DefinitionWatch) private readonly definitions: DefinitionWatch,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  async progress(): Promise<Progress> {
    const progress = await readProgress(this.database);
    // Figures of other definitions are nothing to rest on.
    return { ...progress, settled: progress.settled && (await this.definitions.isCurrent()) };
  }
}
