import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RefusedError, isCode } from '@minhai/errors';
import { DATABASE } from '@minhai/nest';
import type { Database } from '@minhai/postgres';
import { z } from 'zod';
import { CONTEXT, type LakeContext } from '../context.module.js';
import {
  findQuarantined,
  listQuarantine,
  type QuarantineDetail,
  type QuarantineEntry,
} from './quarantine.read-model.js';

const identifier = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  code: z.string().refine(isCode, 'must be a code of the closed list').optional(),
  before: identifier.optional(),
});

const entryPath = z.object({ id: identifier });

export interface QuarantinePage {
  readonly entries: readonly QuarantineEntry[];
  /** Pass as `before` for the next page; null when this is the last. */
  readonly next: number | null;
}

@ApiTags('quarantine')
@Controller('v1/quarantine')
export class QuarantineController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONTEXT) private readonly context: LakeContext,
  ) {}

  @Get()
  async list(@Query({ schema: listQuery }) query: z.output<typeof listQuery>): Promise<QuarantinePage> {
    const entries = await listQuarantine(this.database, { ...query, limit: query.limit + 1 });
    const page = entries.slice(0, query.limit);
    return { entries: page, next: entries.length > page.length ? page.at(-1)!.id : null };
  }

  @Get(':id')
  async show(@Param({ schema: entryPath }) { id }: z.output<typeof entryPath>): Promise<QuarantineDetail> {
    const entry = await findQuarantined(this.database, this.context.catalogue, id);
    if (!entry) throw new RefusedError(404, 'NOT_FOUND');
    return entry;
  }
}
