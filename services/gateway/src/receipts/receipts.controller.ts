import { Body, Controller, Get, HttpCode, Param, Post, Req, UseGuards } from '@nestjs/common';
import { RefusedError } from '@minhai/errors';
import type { FastifyRequest } from 'fastify';
import { BearerGuard, publisherOf } from '../credentials/bearer.guard.js';
import type { Receipt } from './receipt.js';
import { ReceiptStore } from './receipt.store.js';
import { ApiGetReceipt, ApiLookUpReceipts, eventId, receiptLookup } from './receipts.api.js';

/** No receipt yet: on its way, never sent, or of a source that is not the asker's. These are not told apart. */
export interface PendingReceipt {
  readonly id: string;
  readonly status: 'pending';
}

@Controller('v1/receipts')
@UseGuards(BearerGuard)
export class ReceiptsController {
  constructor(private readonly receipts: ReceiptStore) {}

  @Get(':id')
  @ApiGetReceipt()
  async getReceipt(
    @Param('id', { schema: eventId }) id: string,
    @Req() request: FastifyRequest,
  ): Promise<Receipt> {
    const receipt = (await this.receipts.findAll([id], publisherOf(request).sources)).get(id);
    if (receipt === undefined) throw new RefusedError(404, 'NOT_FOUND', NOTHING_YET);
    return receipt;
  }

  @Post('lookup')
  @HttpCode(200)
  @ApiLookUpReceipts()
  async lookUp(
    @Body({ schema: receiptLookup }) { ids }: { ids: string[] },
    @Req() request: FastifyRequest,
  ): Promise<{ receipts: (Receipt | PendingReceipt)[] }> {
    const found = await this.receipts.findAll(ids, publisherOf(request).sources);
    return { receipts: ids.map((id) => found.get(id) ?? { id, status: 'pending' }) };
  }
}

const NOTHING_YET =
  'no receipt under this id for your sources: an event answered 202 gets one within seconds; ' +
  'if none appears, send the event again, which is harmless';
