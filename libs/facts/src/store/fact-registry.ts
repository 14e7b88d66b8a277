import { hash } from 'node:crypto';
import { CrashError } from '@minhai/errors';
import type { Queryable, Transaction } from '@minhai/postgres';
import type { FactDefinition } from '../core/definition.js';

/** Short numbers of the facts in one schema, from 1. */
export type FactNumbers = ReadonlyMap<FactDefinition, number>;

interface StoredDefinition {
  fact: number;
  name: string;
  fingerprint: string;
}

/** Asked for at every claim of a partition, of which there are a hundred at a start. */
const fingerprints = new WeakMap<FactDefinition, string>();

/** What stored tables depend on beside the code of the fold, which `version` stands for. */
export function factFingerprint(fact: FactDefinition): string {
  let fingerprint = fingerprints.get(fact);
  if (fingerprint === undefined) fingerprints.set(fact, (fingerprint = fingerprintOf(fact)));
  return fingerprint;
}

function fingerprintOf({ version = 1, reads, measures }: FactDefinition): string {
  const shape = measures.map(({ name, kind, unit, scale }) => [name, kind, unit, scale]);
  return hash('sha256', JSON.stringify([version, Object.keys(reads).sort(), shape]), 'hex').slice(0, 32);
}

/**
 * The numbers under which the facts are stored. Empty tables take the definitions as they are; tables built with
 * other definitions end in a CrashError that names the facts to rebuild.
 */
export async function registerFacts(
  tx: Transaction,
  schema: string,
  facts: readonly FactDefinition[],
): Promise<FactNumbers> {
  const stored = await readDefinitions(tx, schema);
  const changed = changedFacts(stored, facts);
  if (changed.length === 0) return numbersOf(stored, facts);
  if (!(await areFilled(tx, schema))) return replaceDefinitions(tx, schema, facts);
  throw new CrashError('HANDLER_ERROR', `fact definitions changed, rebuild the facts: ${changed.join(', ')}`);
}

/** The facts whose definitions are not those that the tables were built with; none while the tables are empty. */
export async function changedDefinitions(
  tx: Transaction,
  schema: string,
  facts: readonly FactDefinition[],
): Promise<readonly string[]> {
  const changed = changedFacts(await readDefinitions(tx, schema), facts);
  return changed.length > 0 && (await areFilled(tx, schema)) ? changed : [];
}

async function areFilled(tx: Transaction, schema: string): Promise<boolean> {
  const [row] = await tx.query<{ filled: boolean }>(
    `SELECT EXISTS (SELECT FROM ${schema}.history) AS filled`,
  );
  return row!.filled;
}

/** Numbers the facts anew, in the order of their names. Only for tables that are empty. */
export async function replaceDefinitions(
  tx: Transaction,
  schema: string,
  facts: readonly FactDefinition[],
): Promise<FactNumbers> {
  await tx.query(`DELETE FROM ${schema}.fact_definition`);
  const sorted = [...facts].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const [i, fact] of sorted.entries()) {
    await tx.query(`INSERT INTO ${schema}.fact_definition (fact, name, fingerprint) VALUES ($1, $2, $3)`, [
      i + 1,
      fact.name,
      factFingerprint(fact),
    ]);
  }
  return numbersOf(await readDefinitions(tx, schema), facts);
}

const readDefinitions = (db: Queryable, schema: string): Promise<StoredDefinition[]> =>
  db.query<StoredDefinition>(`SELECT fact, name, fingerprint FROM ${schema}.fact_definition`);

function changedFacts(stored: readonly StoredDefinition[], facts: readonly FactDefinition[]): string[] {
  const before = new Map(stored.map(({ name, fingerprint }) => [name, fingerprint]));
  const now = new Map(facts.map((fact) => [fact.name, factFingerprint(fact)]));
  return [...new Set([...before.keys(), ...now.keys()])]
    .filter((name) => before.get(name) !== now.get(name))
    .sort();
}

function numbersOf(stored: readonly StoredDefinition[], facts: readonly FactDefinition[]): FactNumbers {
  const numbers = new Map(stored.map(({ name, fact }) => [name, fact]));
  return new Map(facts.map((fact) => [fact, numbers.get(fact.name)!]));
}
