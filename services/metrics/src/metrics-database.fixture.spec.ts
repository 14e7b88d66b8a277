import { type TestDatabase, testDatabase } from '@minhai/testing';
import { lakeTables } from './lake-tables.fixture.js';
import { generated, migrations, schemaName } from './migrations.js';

/** A database of its own for a spec: the lake's views, and everything of the metrics service as it is deployed. */
export const metricsDatabase = (name: string): Promise<TestDatabase> =>
  testDatabase({ name, migrations: [lakeTables, { name: schemaName, migrations, generated }] });
