import { Controller, Get, Header, Inject } from '@nestjs/common';
import { DATABASE } from '@minhai/nest';
import type { Database } from '@minhai/postgres';
import { type Progress, readProgress } from './progress.reader.js';

@Controller('v1/progress')
export class ProgressController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Get()
  @Header('cache-control', 'no-store')
  progress(): Promise<Progress> {
    return readProgress(this.database);
  }
}
