import { createHash } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { sqlIdentifier } from './identifier.js';
import { sqlStateOf } from './sql-state.js';

/** Views and functions made from a catalogue: made again when their text changes, without a migration. */
export interface GeneratedObject {
  /** Unique in its schema. */
  readonly name: string;
  /** Statements that make it or replace what is there, separated by semicolons. */
  readonly create: string;
  /** Takes it away when it cannot be replaced because columns changed their type or order. */
  readonly drop: string;
}

/** Replacing a view failed because columns changed. */
const INVALID_TABLE_DEFINITION = '42P16';

export const digestOf = ({ create }: GeneratedObject): string =>
  createHash('sha256').update(create).digest('hex');

/** Makes those whose text is not the one of last time, each in a transaction of its own. Returns their names. */
export async function makeGenerated(
  runner: QueryRunner,
  schema: string,
  objects: readonly GeneratedObject[],
): Promise<string[]> {
  const table = `${sqlIdentifier(schema)}.generated_object`;
  await runner.query(`CREATE TABLE IF NOT EXISTS ${table} (name text PRIMARY KEY, digest text NOT NULL)`);
  const rows = (await runner.query(`SELECT g.name, g.digest FROM ${table} g`)) as {
    name: string;
    digest: string;
  }[];
  const present = new Map(rows.map(({ name, digest }) => [name, digest]));
  const changed = objects.filter((object) => present.get(object.name) !== digestOf(object));
  for (const object of changed) {
    try {
      await make(runner, table, object, object.create);
    } catch (error) {
      if (sqlStateOf(error) !== INVALID_TABLE_DEFINITION) throw error;
      await make(runner, table, object, `${object.drop};\n${object.create}`);
    }
  }
  return changed.map(({ name }) => `${schema}.${name}`);
}

async function make(
  runner: QueryRunner,
  table: string,
  object: GeneratedObject,
  statements: string,
): Promise<void> {
  await runner.startTransaction();
  try {
    await runner.query(statements);
    await runner.query(
      `INSERT INTO ${table} (name, digest) VALUES ($1, $2)
       ON CONFLICT (name) DO UPDATE SET digest = excluded.digest`,
      [object.name, digestOf(object)],
    );
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}
