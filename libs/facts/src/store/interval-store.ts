import type { Transaction } from '@minhai/postgres';
import type { KnownInterval } from '../core/revision.js';
import type { FactStatements } from './statements.js';
import type { TouchedEntity } from './touched-entities.js';

export interface StoredIntervals {
  readonly rows: readonly KnownInterval[];
  readonly findings: readonly KnownInterval[];
}

/** The stored intervals of each entity that reach its `since`, in the order of `entities`. */
export async function readIntervals(
  tx: Transaction,
  { rowIntervals, findingIntervals }: FactStatements,
  entities: readonly TouchedEntity[],
): Promise<StoredIntervals[]> {
  const reach = {
    fact: entities.map(({ number }) => number),
    entity: entities.map(({ entity }) => entity),
    since: entities.map(({ since }) => since),
  };
  const rows = await readTable(tx, rowIntervals, reach);
  const findings = await readTable(tx, findingIntervals, reach);
  return entities.map((_, i) => ({ rows: rows.get(i + 1) ?? [], findings: findings.get(i + 1) ?? [] }));
}

async function readTable(
  tx: Transaction,
  statement: FactStatements['rowIntervals'],
  reach: Parameters<FactStatements['rowIntervals']['bind']>[0],
): Promise<Map<number, KnownInterval[]>> {
  const byNumber = new Map<number, KnownInterval[]>();
  const rows = await tx.prepared<KnownInterval & { number: number }>(statement, statement.bind(reach));
  for (const { number, id, knownFrom, knownUntil } of rows) {
    const intervals = byNumber.get(number) ?? [];
    intervals.push({ id, knownFrom, knownUntil });
    byNumber.set(number, intervals);
  }
  return byNumber;
}
