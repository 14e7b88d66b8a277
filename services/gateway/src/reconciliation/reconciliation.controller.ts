import { Controller, Get, Inject, Query, Req, Res, UseGuards } from '@nestjs/common';
import { formatInstant } from '@minhai/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { BearerGuard, publisherOf } from '../credentials/bearer.guard.js';
import { countsCsv, heldCsv } from './csv.js';
import { heldRecordOf, type HeldRecord, type HeldRow } from './held-record.js';
import { isOver, periodOf, type Period } from './period.js';
import { ApiReconcile, ApiReconcileHeld, heldQuery, reconciliationQuery } from './reconciliation.api.js';
import { ReconciliationStore } from './reconciliation.store.js';
import { countsOf, sourceDaysOf, type Counts, type SourceDay } from './reconciliation.js';
import { scopeOf } from './scope.js';

export interface HeldPage {
  readonly records: readonly HeldRecord[];
  /** Pass as `after` for the next page; null when this is the last. */
  readonly next: number | null;
}

export interface Reconciliation {
  readonly source: string | null;
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  readonly complete: boolean;
  readonly totals: Counts;
  readonly days: readonly SourceDay[];
  readonly held: HeldPage;
}

/** Epoch milliseconds. */
export const NOW = Symbol('Now');

/** Held records told along with the counts. */
const HELD_ALONG = 100;

@Controller('v1/reconciliation')
@UseGuards(BearerGuard)
export class ReconciliationController {
  constructor(
    private readonly store: ReconciliationStore,
    @Inject(NOW) private readonly now: () => number,
  ) {}

  @Get()
  @ApiReconcile()
  async reconcile(
    @Query({ schema: reconciliationQuery }) query: z.output<typeof reconciliationQuery>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Reconciliation | string> {
    const now = this.now();
    const period = periodOf(query, now);
    const scope = scopeOf(publisherOf(request).sources, query.source);
    const { rows, held } = await this.store.find(period, scope, { limit: HELD_ALONG, after: 0 });
    const days = sourceDaysOf(rows);
    if (wantsCsv(request, query)) return asCsv(reply, fileName('reconciliation', period), countsCsv(days));
    return {
      source: query.source ?? null,
      ...period,
      asOf: formatInstant(now),
      complete: isOver(period, now),
      totals: countsOf(rows),
      days,
      held: pageOf(held, HELD_ALONG),
    };
  }

  @Get('held')
  @ApiReconcileHeld()
  async listHeld(
    @Query({ schema: heldQuery }) query: z.output<typeof heldQuery>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HeldPage | string> {
    const period = periodOf(query, this.now());
    const scope = scopeOf(publisherOf(request).sources, query.source);
    const page = pageOf((await this.store.find(period, scope, query)).held, query.limit);
    if (!wantsCsv(request, query)) return page;
    if (page.next !== null) void reply.header('x-next-after', String(page.next));
    return asCsv(reply, fileName('held', period), heldCsv(page.records));
  }
}

function pageOf(rows: readonly HeldRow[], limit: number): HeldPage {
  const shown = rows.slice(0, limit);
  return {
    records: shown.map(heldRecordOf),
    next: rows.length > limit ? shown.at(-1)!.quarantineId : null,
  };
}

const wantsCsv = (request: FastifyRequest, { format }: { format?: 'json' | 'csv' | undefined }): boolean =>
  format === undefined ? /^\s*text\/csv\b/i.test(String(request.headers.accept ?? '')) : format === 'csv';

const fileName = (name: string, { from, to }: Period): string =>
  `${name}-${from}${from === to ? '' : `-to-${to}`}.csv`;

function asCsv(reply: FastifyReply, name: string, text: string): string {
  void reply.header('content-disposition', `attachment; filename="${name}"`);
  void reply.type('text/csv; charset=utf-8');
  return text;
}
