import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { DATABASE } from '@minhai/nest';
import type { Database } from '@minhai/postgres';
import { ReaderGuard } from './reader.guard.js';
import { Readers } from './readers.js';

/** Who asks is known in every request of the service. */
@Module({
  providers: [
    { provide: Readers, inject: [DATABASE], useFactory: (database: Database) => new Readers(database) },
    { provide: APP_GUARD, useClass: ReaderGuard },
  ],
})
export class ReadersModule {}
