import type { Catalogue } from '@minhai/events';
import { rebuildBeside, type BesideOptions, type Rebuilt, type RebuildProgress } from '@minhai/facts/store';
import type { Database } from '@minhai/postgres';
import { LakeReader } from '../consume/lake.reader.js';
import { FACTS } from '../facts/catalogue.generated.js';
import { flushAnew } from '../flush/flush.js';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import { schemaName } from '../migrations.js';

export interface RebuildTablesOptions {
  readonly database: Database;
  readonly catalogue: Catalogue;
  readonly progress?: (progress: RebuildProgress) => void;
  readonly pool?: BesideOptions['pool'];
}

/** Rebuilds facts and cells beside the live ones; the figures change with them, in the same transaction. */
export const rebuildTables = ({
  database,
  catalogue,
  progress,
  pool,
}: RebuildTablesOptions): Promise<Rebuilt> =>
  rebuildBeside({
    database,
    schema: schemaName,
    facts: FACTS,
    schemas: catalogue,
    lake: new LakeReader(database, catalogue),
    exchanged: (tx) => flushAnew(tx, INDICATORS),
    ...(progress && { progress }),
    ...(pool && { pool }),
  });
