import { Controller, Get, Header, Inject, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { dayOf, formatInstant, lastDayOfQuarter, quarterBefore, quarterOf } from '@minhai/domain';
import { DATABASE } from '@minhai/nest';
import type { Database } from '@minhai/postgres';
import type { FastifyReply } from 'fastify';
import { readWindows } from '../cells/measure.reader.js';
import type { Reader } from '../readers/reader.js';
import { CurrentReader } from '../readers/reader.guard.js';
import { CLOCK, type Clock } from '../tokens.js';
import { formCsv } from './form-csv.js';
import { quarterlyQuery, type QuarterlyQuery } from './quarterly.api.js';
import { type FormLine, formOf, shownForm, windowsOfForm } from './quarterly-form.js';

export interface QuarterlyForm {
  readonly form: 'JBZH0001';
  readonly district: string;
  readonly quarter: string;
  readonly asOf: string;
  /** RFC 3339, or null: everything known. */
  readonly knownAt: string | null;
  readonly lines: readonly FormLine[];
}

@ApiTags('quarterly')
@Controller('v1/quarterly')
export class QuarterlyController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The ministry’s quarterly form JBZH0001 of a district, as JSON or CSV' })
  async form(
    @Query({ schema: quarterlyQuery }) { district, quarter, knownAt, format }: QuarterlyQuery,
    @CurrentReader() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QuarterlyForm | string> {
    const asked = quarter ?? quarterBefore(quarterOf(dayOf(this.clock())));
    const lookup = await readWindows(this.database, district, windowsOfForm(asked), knownAt ?? null);
    const lines = shownForm(formOf(asked, lookup), reader.rights.has('small-cells'));
    if (format === 'csv') {
      void reply.header('content-type', 'text/csv; charset=utf-8');
      void reply.header('content-disposition', `attachment; filename="JBZH0001-${district}-${asked}.csv"`);
      return formCsv(lines);
    }
    return {
      form: 'JBZH0001',
      district,
      quarter: asked,
      asOf: lastDayOfQuarter(asked),
      knownAt: knownAt === undefined ? null : formatInstant(knownAt),
      lines,
    };
  }
}
