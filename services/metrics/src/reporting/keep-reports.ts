import type { FactDefinition } from '@minhai/facts';
import { holdTables } from '@minhai/facts/store';
import type { Database } from '@minhai/postgres';
import type { FactDisclosure } from '../disclosure/fact-disclosure.js';
import { factsWith, termsOf } from '../evaluate/window.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { schemaName } from '../migrations.js';
import {
  type KeptFacts,
  type Window,
  alignShape,
  keepReports,
  lockReports,
  readBehind,
} from './report.store.js';

/** Of the facts behind these indicators. */
export function keptFacts(
  indicators: readonly IndicatorDefinition[],
  facts: readonly FactDefinition[],
  { impersonal }: FactDisclosure,
): KeptFacts {
  const measures = indicators.flatMap(termsOf).map(({ measure }) => measure);
  const kept = factsWith(measures, facts)
    .map(({ name }) => name)
    .sort();
  return { kept, told: kept.filter((name) => impersonal.has(name)) };
}

/** Events of one transaction: what folds meanwhile shares two cores with it and must not wait long. */
const PORTION = 2_000;

/**
 * The first of what is behind, as many events as fit; pure. Partitions are cut where the portion ends, for the rest of them
 * has its turn next.
 */
export function portionOf(behind: readonly Window[], most: number): Window[] {
  const portion: Window[] = [];
  let room = most;
  for (const window of behind) {
    if (room === 0) break;
    const until = Math.min(window.until, window.after + room);
    portion.push({ ...window, until });
    room -= until - window.after;
  }
  return portion;
}

/** Brings the reports on by one portion; whether there is more. */
export const keepNextReports = (database: Database, facts: KeptFacts, most = PORTION): Promise<boolean> =>
  database.transaction(
    async (tx) => {
      await holdTables(tx, schemaName);
      if (!(await lockReports(tx))) return false;
      await alignShape(tx, facts);
      const behind = await readBehind(tx);
      if (behind.length === 0) return false;
      const portion = portionOf(behind, most);
      await keepReports(tx, portion, facts);
      return portion.length < behind.length || portion.at(-1)!.until < behind.at(-1)!.until;
    },
    { isolation: 'repeatable read', retries: 3 },
  );
