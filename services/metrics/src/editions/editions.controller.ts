import { Body, Controller, Get, Header, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Reader } from '../readers/reader.js';
import { CurrentReader } from '../readers/reader.guard.js';
import { sha256 } from './edition-verifier.js';
import { type EditionAnswer, EditionsService, type EditionWithSteps } from './editions.service.js';
import {
  type DraftBody,
  type ListQuery,
  type WithdrawBody,
  draftBody,
  listQuery,
  withdrawBody,
} from './query.js';
import { type Restatement, RestatementService } from './restatement.service.js';

const JSON_TYPE = 'application/json; charset=utf-8';

@ApiTags('editions')
@Controller('v1/editions')
export class EditionsController {
  constructor(
    @Inject(EditionsService) private readonly editions: EditionsService,
    @Inject(RestatementService) private readonly restatements: RestatementService,
  ) {}

  @Post()
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'Draft an edition: a period’s figures of a district, pinned for good (edition.draft)',
  })
  async draft(
    @CurrentReader() reader: Reader,
    @Body({ schema: draftBody }) body: DraftBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EditionAnswer> {
    const { edition, made } = await this.editions.draft(reader, body);
    void reply.status(made ? 201 : 200).header('location', `/v1/editions/${edition.id}`);
    return edition;
  }

  @Post(':id/review')
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Confirm a draft: another person than who drafted it (edition.review)' })
  review(@CurrentReader() reader: Reader, @Param('id') id: string): Promise<EditionAnswer> {
    return this.editions.step(reader, id, 'reviewed');
  }

  @Post(':id/publish')
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Publish a reviewed edition: a third person (edition.publish)' })
  publish(@CurrentReader() reader: Reader, @Param('id') id: string): Promise<EditionAnswer> {
    return this.editions.step(reader, id, 'published');
  }

  @Post(':id/withdraw')
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Withdraw an edition with a reason; it stays readable (edition.publish)' })
  withdraw(
    @CurrentReader() reader: Reader,
    @Param('id') id: string,
    @Body({ schema: withdrawBody }) { reason }: WithdrawBody,
  ): Promise<EditionAnswer> {
    return this.editions.step(reader, id, 'withdrawn', reason);
  }

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Editions with their states' })
  async list(
    @Query({ schema: listQuery }) { district }: ListQuery,
  ): Promise<{ readonly editions: readonly EditionAnswer[] }> {
    return { editions: await this.editions.list(district ?? null) };
  }

  @Get(':id')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'One edition: its steps, what it was made from, and its quality' })
  get(@Param('id') id: string): Promise<EditionWithSteps> {
    return this.editions.get(id);
  }

  @Get(':id/edition.json')
  @Header('content-type', JSON_TYPE)
  @ApiProduces('application/json')
  @ApiOperation({ summary: 'The contents alone, in canonical form; the ETag is their digest' })
  async contents(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return withTag(reply, await this.editions.contents(id));
  }

  @Get(':id/file')
  @Header('content-type', JSON_TYPE)
  @ApiProduces('application/json')
  @ApiOperation({
    summary:
      'The contents with keys and signatures, for `minhai edition verify`; the ETag changes with every step',
  })
  async file(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return withTag(reply, await this.editions.file(id));
  }

  @Get(':id/restatement')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'What would be published today instead, figure by figure, and the events behind it',
  })
  restatement(@Param('id') id: string, @CurrentReader() reader: Reader): Promise<Restatement> {
    return this.restatements.restate(id, reader);
  }
}

function withTag(reply: FastifyReply, text: string): string {
  void reply.header('etag', `"${sha256(text)}"`);
  return text;
}
