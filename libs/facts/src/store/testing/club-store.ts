import type { Database } from '@minhai/postgres';
import type { FactEvent } from '../../core/definition.js';
import { membership, teamSize } from '../../testing/club.js';
import type { SchemaSource } from '../event-codec.js';
import { FactEngine, type EventBatch, type PositionedEvent } from '../fact-engine.js';

/** Payloads of the club fixture travel as JSON. */
export const clubSchemas: SchemaSource = {
  findSchema: () => ({ decode: (value) => JSON.parse(value.toString()) as unknown }),
};

export const clubFacts = [membership, teamSize];

export const clubEngine = (database: Database, schema = 'metrics'): FactEngine =>
  new FactEngine({ database, schema, facts: clubFacts, schemas: clubSchemas });

export const recorded = (event: FactEvent) => ({ event, value: Buffer.from(JSON.stringify(event.data)) });

export const positioned = (events: readonly FactEvent[], first = 1): PositionedEvent[] =>
  events.map((event, i) => ({ position: first + i, ...recorded(event) }));

/** A batch of a partition of its own kind, numbered from `first`. */
export const clubBatch = (
  epoch: number,
  events: readonly FactEvent[],
  { partition = 0, first = 1 }: { partition?: number; first?: number } = {},
): EventBatch => ({
  domain: 'club',
  partition,
  epoch,
  nextOffset: BigInt(first - 1 + events.length),
  events: positioned(events, first),
});
