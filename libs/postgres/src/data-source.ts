import { DataSource, type EntitySchema, type MixedList } from 'typeorm';

/** TypeORM for entities off the hot path; schema changes go through migrations only. */
export const entityDataSource = (
  url: string,
  applicationName: string,
  entities: MixedList<Function | string | EntitySchema>,
): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    applicationName,
    entities,
    synchronize: false,
    migrationsRun: false,
    extra: { max: 2, connectionTimeoutMillis: 2_000, statement_timeout: 15_000 },
  });
