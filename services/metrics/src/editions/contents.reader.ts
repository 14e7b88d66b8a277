import type { BusinessDay } from '@minhai/domain';
import type { FactDefinition } from '@minhai/facts';
import type { ConsumedPosition } from '@minhai/facts/store';
import { type Queryable, binaryArray, sqlIdentifier } from '@minhai/postgres';
import { momentOf, wasKnownAt } from '../cells/known-at.js';
import { readWindowsAsKnown } from '../cells/measure.reader.js';
import { windowsFor } from '../evaluate/evaluate.js';
import { factsWith, targetTermsOf, termsOf } from '../evaluate/window.js';
import { FACTS } from '../facts/catalogue.generated.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import {
  type DivisionRow,
  type EditionPins,
  type EditionReading,
  type FindingsOpen,
  type HeldEvents,
  type PinnedFact,
  lastDayOf,
} from './contents.js';

const DIVISIONS = 'reference.divisions';

/** The facts whose measures these indicators and their targets read, and the divisions. */
const factsBehind = (indicators: readonly IndicatorDefinition[]): FactDefinition[] => {
  const terms = indicators.flatMap((indicator) => [...termsOf(indicator), ...targetTermsOf(indicator)]);
  return factsWith([...terms.map(({ measure }) => measure), DIVISIONS], FACTS);
};

/** Reads from any schema with fact tables, in the caller’s snapshot. */
export async function readEdition(db: Queryable, schema: string, pins: EditionPins): Promise<EditionReading> {
  const asOf = lastDayOf(pins.period)!;
  const known = { schema, district: pins.district, knownAt: pins.knownAt };
  const windows = pins.definitions.flatMap(({ definition }) => windowsFor(definition, asOf));
  return {
    lookup: await readWindowsAsKnown(db, windows, known),
    findings: await readFindings(db, pins, schema),
    divisions: await readDivisions(db, schema, pins, asOf),
  };
}

const readFindings = (db: Queryable, pins: EditionPins, schema: string): Promise<FindingsOpen[]> =>
  db.query<FindingsOpen & object>(
    `SELECT f.rule, f.severity, count(*) AS count
     FROM ${sqlIdentifier(schema)}.finding f JOIN ${sqlIdentifier(schema)}.fact_definition d ON d.fact = f.fact
     WHERE f.district = $1 AND ${wasKnownAt('f', '$2::timestamptz')}
       AND d.name = ANY ($3::text[])
     GROUP BY f.rule, f.severity`,
    [
      pins.district,
      momentOf(pins.knownAt),
      binaryArray(
        'text',
        pins.facts.map(({ name }) => name),
      ),
    ],
  );

const readDivisions = (
  ...[db, schema, { district, knownAt }, asOf]: [Queryable, string, EditionPins, BusinessDay]
): Promise<DivisionRow[]> =>
  db.query<DivisionRow & object>(
    `SELECT r.entity AS code, r.dims::jsonb ->> 'level' AS level, r.valid_from AS "validFrom", r.valid_until AS "validUntil"
     FROM ${sqlIdentifier(schema)}.fact_row r
     WHERE r.measure = '${DIVISIONS}' AND r.district = $1 AND r.valid_from <= $2::date
       AND (r.valid_until IS NULL OR r.valid_until > $2::date)
       AND ${wasKnownAt('r', '$3::timestamptz')}`,
    [district, asOf, momentOf(knownAt)],
  );

/** How far the facts of the live tables have come, and with which definitions. */
export const readPositions = (db: Queryable): Promise<ConsumedPosition[]> =>
  db.query<ConsumedPosition & object>(
    `SELECT c.domain, c.partition, c.position FROM metrics.consumed c WHERE c.position > 0
     ORDER BY c.domain COLLATE "C", c.partition`,
  );

async function readFingerprints(db: Queryable, facts: readonly FactDefinition[]): Promise<PinnedFact[]> {
  const stored = await db.query<{ name: string; fingerprint: string }>(
    'SELECT d.name, d.fingerprint FROM metrics.fact_definition d',
  );
  const fingerprints = new Map(stored.map(({ name, fingerprint }) => [name, fingerprint]));
  return facts.flatMap(({ name, version = 1 }) => {
    const fingerprint = fingerprints.get(name);
    return fingerprint === undefined ? [] : [{ name, version, fingerprint }];
  });
}

/** The newest registration time anything of the district follows from; undefined while nothing does. Epoch milliseconds. */
export async function readNewestKnown(db: Queryable, district: string): Promise<number | undefined> {
  const [row] = await db.query<{ newest: number | null }>(
    `SELECT greatest(max(r.known_from), max(r.known_until)) AS newest FROM metrics.fact_row r WHERE r.district = $1`,
    [district],
  );
  return row?.newest ?? undefined;
}

async function readHeld(db: Queryable, district: string): Promise<HeldEvents> {
  const [row] = await db.query<{ district: number; unattributed: number }>(
    `SELECT count(*) FILTER (WHERE h.region_id = $1) AS district,
       count(*) FILTER (WHERE h.region_id IS NULL) AS unattributed
     FROM lake.held_event h`,
    [district],
  );
  return row!;
}

/** What an edition pins of the live tables, beside what it is asked for, read in the caller’s snapshot. */
export const readPresent = async (
  db: Queryable,
  district: string,
  indicators: readonly IndicatorDefinition[],
): Promise<Pick<EditionPins, 'positions' | 'facts' | 'held'>> => ({
  positions: await readPositions(db),
  facts: await readFingerprints(db, factsBehind(indicators)),
  held: await readHeld(db, district),
});
