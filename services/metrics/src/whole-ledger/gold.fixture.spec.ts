import { hash } from 'node:crypto';
import { monthOf } from '@minhai/domain';
import { loadCatalogue, readJsonEvent } from '@minhai/events';
import { type CellDelta, type FactEvent, toFactEvent } from '@minhai/facts';
import { DISTRICTS, ledgerEvents, type DistrictCode } from '@minhai/ledger';
import { type MonthCell, type SeriesRow, seriesOf } from '../evaluate/series.js';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import type { FoldedSet } from './folded-set.fixture.spec.js';

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
export function indicatorValues(set: FoldedSet): SeriesRow[] {
  const cells = monthCells(set.cells());
  return INDICATORS.flatMap((indicator) => seriesOf(indicator, cells));
}

/** Digests of all that `gold` is made of: facts and findings with both time axes, cells, values. */
export function goldDigests(set: FoldedSet): Readonly<Record<string, string>> {
  const digest = (value: unknown): string => hash('sha256', JSON.stringify(value), 'hex');
  const entities = set.entities();
  return {
    facts: digest(entities.map(({ fact, name, derived }) => [fact.name, name, derived.rows])),
    findings: digest(entities.map(({ fact, name, derived }) => [fact.name, name, derived.findings])),
    cells: digest(set.cells()),
    values: digest(indicatorValues(set)),
  };
}
