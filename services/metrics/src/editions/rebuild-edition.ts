import { RefusedError } from '@minhai/errors';
import { type Catalogue, loadCatalogue } from '@minhai/events';
import {
  type RecordedEvent,
  createTables,
  dropTables,
  factFingerprint,
  fillTables,
  withoutTimeouts,
} from '@minhai/facts/store';
import { type Database, type Transaction, openDatabase } from '@minhai/postgres';
import { LakeReader } from '../consume/lake.reader.js';
import { FACTS } from '../facts/catalogue.generated.js';
import { eventsUntil } from '../verify/events-until.js';
import { SCRATCH_SCHEMA } from '../verify/scratch.migration.js';
import { type EditionContents, type EditionPins, composeEdition, contentsText } from './contents.js';
import { readEdition } from './contents.reader.js';
import { type JsonDifference, jsonDifferences } from './json-difference.js';
import { readContents } from './edition.store.js';
import { parseContents, pinsOf } from './pinned-edition.js';
import { sha256 } from './edition-verifier.js';
import type { JsonValue } from './canonical-text.js';

const SHOWN = 20;

export interface EditionRebuild {
  readonly edition: string;
  /** True only if every byte came out the same. */
  readonly identical: boolean;
  readonly digest: string;
  readonly rebuiltDigest: string;
  /** Events read from the lake: up to the pinned positions and registered by then. */
  readonly events: number;
  /** The first 20. */
  readonly differences: readonly JsonDifference[];
}

export interface RebuildEditionOptions {
  /** Connection string of the metrics role. */
  readonly databaseUrl: string;
  readonly edition: string;
}

/**
 * Makes an edition again from nothing but the lake and what it pins, in a scratch schema, and compares byte by byte.
 * Changes nothing. Throws RefusedError 404 for an unknown edition, 409 when the facts of this code are not those pinned.
 */
export async function rebuildEdition({
  databaseUrl,
  edition,
}: RebuildEditionOptions): Promise<EditionRebuild> {
  const database = openDatabase({
    url: databaseUrl,
    applicationName: 'minhai-edition-rebuild',
    maxConnections: 2,
    statementTimeoutMs: 0,
  });
  try {
    const stored = await readContents(database, edition);
    if (!stored) throw new RefusedError(404, 'NOT_FOUND', 'no such edition');
    const contents = parseContents(stored);
    requirePinnedFacts(contents);
    const catalogue = loadCatalogue();
    const { text, events } = await recompute(database, catalogue, pinsOf(contents));
    const bytes = Buffer.from(text);
    return {
      edition,
      identical: bytes.equals(stored),
      digest: sha256(stored),
      rebuiltDigest: sha256(bytes),
      events,
      differences: jsonDifferences(
        JSON.parse(stored.toString()) as JsonValue,
        JSON.parse(text) as JsonValue,
      ).slice(0, SHOWN),
    };
  } finally {
    await database.close();
  }
}

/** A fold of another version would make other rows; nothing it finds would say anything about the edition. */
export function requirePinnedFacts({ facts }: Pick<EditionContents, 'facts'>): void {
  const now = new Map(FACTS.map((fact) => [fact.name, fact]));
  const others = facts.flatMap(({ name, version, fingerprint }) => {
    const fact = now.get(name);
    if (fact && factFingerprint(fact) === fingerprint) return [];
    const here = fact ? `version ${fact.version ?? 1}, ${factFingerprint(fact)}` : 'no such fact';
    return [`${name}: the edition has version ${version}, ${fingerprint}; this code has ${here}`];
  });
  if (others.length > 0)
    throw new RefusedError(
      409,
      'EDITION_STEP',
      `the facts of this code are not those of the edition. Check out the commit whose services/metrics/src/facts ` +
        `has them (git log -- services/metrics/src/facts), build, and rebuild again. ${others.join('. ')}`,
    );
}

function recompute(
  database: Database,
  catalogue: Catalogue,
  pins: EditionPins,
): Promise<{ text: string; events: number }> {
  const names = new Set(pins.facts.map(({ name }) => name));
  const source = { facts: FACTS.filter(({ name }) => names.has(name)), schemas: catalogue };
  const lake = new CountedLake(new LakeReader(database, catalogue), pins);
  return database.transaction(
    async (tx: Transaction) => {
      await withoutTimeouts(tx);
      for (const statement of createTables(SCRATCH_SCHEMA, 'unlogged')) await tx.query(statement);
      await fillTables(tx, SCRATCH_SCHEMA, source, lake.events());
      const text = contentsText(composeEdition(pins, await readEdition(tx, SCRATCH_SCHEMA, pins)));
      for (const statement of dropTables(SCRATCH_SCHEMA)) await tx.query(statement);
      return { text, events: lake.count };
    },
    { isolation: 'repeatable read' },
  );
}

/** The events an edition follows from. */
class CountedLake {
  count = 0;

  constructor(
    private readonly lake: LakeReader,
    private readonly pins: EditionPins,
  ) {}

  async *events(): AsyncGenerator<RecordedEvent> {
    for await (const recorded of eventsUntil(this.lake, this.pins.positions)) {
      if (recorded.event.recordedTime > this.pins.knownAt) continue;
      this.count++;
      yield recorded;
    }
  }
}
