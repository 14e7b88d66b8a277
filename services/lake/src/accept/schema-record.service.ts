import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DATABASE } from '@minhai/nest';
import type { Database } from '@minhai/postgres';
import { CONTEXT, type LakeContext } from '../context.module.js';
import { recordSchemas } from './schema.store.js';

/** Before the first batch: the lake's readers can name the type of every schema id it may hold. */
@Injectable()
export class SchemaRecordService implements OnModuleInit {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONTEXT) private readonly context: LakeContext,
  ) {}

  onModuleInit(): Promise<void> {
    return recordSchemas(this.database, this.context.catalogue);
  }
}
