import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { makeGenerated, type GeneratedObject } from './generated-objects.js';
import { sqlIdentifier } from './identifier.js';

export type MigrationClass = new () => MigrationInterface;

export interface MigrationSet {
  /** The schema the set owns; created when missing. */
  readonly name: string;
  readonly migrations: readonly MigrationClass[];
  /** What follows from a catalogue; brought up to date after the migrations. */
  readonly generated?: (() => readonly GeneratedObject[]) | undefined;
}

/** One lock for all sets, so that services started together do not migrate at the same time. */
const MIGRATION_LOCK = 7_310_732_573;

/**
 * Brings every set up to date, each recorded in its own `<schema>.migration` table. Runs as the owner role.
 * Safe to call from several processes at once; returns the names of the migrations that ran.
 */
export async function migrate(ownerUrl: string, sets: readonly MigrationSet[]): Promise<string[]> {
  const lock = new DataSource({ type: 'postgres', url: ownerUrl, applicationName: 'minhai-migrate' });
  await lock.initialize();
  const runner = lock.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const ran: string[] = [];
    for (const set of sets) {
      ran.push(...(await runSet(ownerUrl, set, runner)));
      if (set.generated) await makeGenerated(runner, set.name, set.generated());
    }
    return ran;
  } finally {
    await runner.release();
    await lock.destroy();
  }
}

async function runSet(ownerUrl: string, set: MigrationSet, runner: QueryRunner): Promise<string[]> {
  await runner.query(`CREATE SCHEMA IF NOT EXISTS ${sqlIdentifier(set.name)}`);
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    applicationName: 'minhai-migrate',
    schema: set.name,
    migrations: [...set.migrations] as never[],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
  });
  await source.initialize();
  try {
    const ran = await source.runMigrations();
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/**
 * A TypeORM migration of plain SQL. `name` is CamelCase without digits at the end, `timestamp` is
 * epoch milliseconds and gives the order. A released migration never changes; add a new one.
 */
export function sqlMigration(
  name: string,
  timestamp: number,
  up: readonly string[],
  down: readonly string[],
): MigrationClass {
  return class implements MigrationInterface {
    readonly name = `${name}${timestamp}`;

    async up(runner: QueryRunner): Promise<void> {
      for (const statement of up) await runner.query(statement);
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const statement of down) await runner.query(statement);
    }
  };
}
