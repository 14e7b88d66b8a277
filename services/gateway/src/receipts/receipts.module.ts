import { Module } from '@nestjs/common';
import { DATABASE } from '@minhai/nest';
import type { Database } from '@minhai/postgres';
import { ReceiptStore } from './receipt.store.js';
import { ReceiptsController } from './receipts.controller.js';

@Module({
  controllers: [ReceiptsController],
  providers: [
    {
      provide: ReceiptStore,
      inject: [DATABASE],
      useFactory: (database: Database) => new ReceiptStore(database),
    },
  ],
})
export class ReceiptsModule {}
