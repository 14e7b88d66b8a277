import { hash } from 'node:crypto';
import { monthOf } from '@minhai/domain';
import { loadCatalogue, readJsonEvent } from '@minhai/events';
import { type CellDelta, type FactDefinition, type FactEvent, toFactEvent } from '@minhai/facts';
import { type FactTables, MemoryTables } from '@minhai/facts/testing';
import { DISTRICTS, ledgerEvents, type DistrictCode } from '@minhai/ledger';
import { type MonthCell, type SeriesRow, seriesOf } from '../evaluate/series.js';
import { FACTS } from '../facts/catalogue.generated.js';
import { INDICATORS } from '../indicators/catalogue.generated.js';

/** Every delivery of both districts' ledgers, as the lake accepts it. */
export function ledgerDeliveries(): FactEvent[] {
  const catalogue = loadCatalogue();
  return (Object.keys(DISTRICTS) as DistrictCode[]).flatMap((district) =>
    ledgerEvents(district).map((event) => {
      const read = readJsonEvent(event, catalogue);
      if (!read.ok) throw new Error(`the ledger has an event that cannot be read: ${event.id}`);
      return toFactEvent(read.value);
    }),
  );
}

/** The tables of every fact after some batches. */
export function foldedTables(...batches: readonly (readonly FactEvent[])[]): MemoryTables {
  const tables = new MemoryTables(FACTS as readonly FactDefinition[]);
  for (const batch of batches) tables.apply(batch);
  return tables;
}

const monthCells = (cells: readonly CellDelta[]): MonthCell[] =>
  cells.map(({ day, amount, dims, ...cell }) => ({
    ...cell,
    dims: JSON.parse(dims) as Record<string, string>,
    month: monthOf(day),
    first: day,
    last: day,
    amount: BigInt(amount),
  }));

/** Every value at every month end, as `gold.indicator_value` holds them. */
export function indicatorValues({ cells }: FactTables): SeriesRow[] {
  const months = monthCells(cells);
  return INDICATORS.flatMap((indicator) => seriesOf(indicator, months));
}

/** Digests of all that `gold` is made of: facts and findings with both time axes, cells, values. */
export function goldDigests(tables: FactTables): Readonly<Record<string, string>> {
  const digest = (value: unknown): string => hash('sha256', JSON.stringify(value), 'hex');
  return {
    facts: digest(tables.entities.map(({ fact, entity, rows }) => [fact, entity, rows])),
    findings: digest(tables.entities.map(({ fact, entity, findings }) => [fact, entity, findings])),
    cells: digest(tables.cells),
    values: digest(indicatorValues(tables)),
  };
}
