import { UNKNOWN_STREET } from '@minhai/domain';
import { loadCatalogue, readJsonEvent } from '@minhai/events';
import { type FactDefinition, type FactEvent, entitiesOf, targetOf, toFactEvent } from '@minhai/facts';
import { derivedTables } from '@minhai/facts/testing';
import { ledgerEvents } from '@minhai/ledger';
import {
  type Amount,
  type Evidence,
  type EvidenceEvent,
  type EvidenceRow,
  FACTS,
  type HistoryEntry,
  type Lookup,
  isKnownAt,
  isWithin,
} from '@minhai/metrics';

type DistrictCode = Parameters<typeof ledgerEvents>[0];

const catalogue = loadCatalogue();

/** The ledger of a district as accepted, each event once. */
export function acceptedLedger(district: DistrictCode): FactEvent[] {
  const events = ledgerEvents(district).map((event) => {
    const read = readJsonEvent(event, catalogue);
    if (!read.ok) throw new TypeError(`the ledger holds an event that cannot be read: ${event.id}`);
    return toFactEvent(read.value);
  });
  return [...new Map(events.map((event) => [event.id, event])).values()];
}

/** Evidence about every entity that what was recorded in `(after, until]` is about; nothing else learned anything. */
export function evidenceBetween(events: readonly FactEvent[], after: number, until: number): Evidence {
  const byId = new Map(events.map((event) => [event.id, event]));
  const learned = events.filter(({ recordedTime }) => recordedTime > after && recordedTime <= until);
  const derived = FACTS.map((fact) => derivedOf(fact, events, withTargets(learned, byId)));
  return {
    rows: derived.flatMap(({ rows }) => rows),
    histories: derived.flatMap(({ histories }) => histories),
    events: events.map(evidenceEvent),
  };
}

function withTargets(learned: readonly FactEvent[], byId: ReadonlyMap<string, FactEvent>): Set<FactEvent> {
  const linked = new Set(learned);
  for (const event of linked) {
    const target = byId.get(targetOf(event) ?? '');
    if (target) linked.add(target);
  }
  return linked;
}

function derivedOf(fact: FactDefinition, events: readonly FactEvent[], learned: ReadonlySet<FactEvent>) {
  const entities = new Set([...learned].flatMap((event) => entitiesOf(fact, event)));
  const own = new Set(
    events.filter((event) => entitiesOf(fact, event).some((entity) => entities.has(entity))),
  );
  const ids = new Set([...own].map(({ id }) => id));
  const amendments = events.filter((event) => ids.has(targetOf(event) ?? ''));
  const tables = derivedTables([fact], [...own, ...amendments]);
  const learning = tables.entities.filter(({ entity }) => entities.has(entity));
  const rows = learning.flatMap(({ entity, rows }) =>
    rows.map(({ value, knownFrom, knownUntil }): EvidenceRow => ({
      ...value,
      amount: BigInt(value.amount),
      fact: fact.name,
      entity,
      knownFrom,
      knownUntil,
    })),
  );
  const histories = [...own].flatMap((event) =>
    entitiesOf(fact, event).map((entity): HistoryEntry => ({ fact: fact.name, entity, eventId: event.id })),
  );
  return { rows, histories };
}

const evidenceEvent = ({
  id,
  type,
  day,
  recordedTime,
  streetId,
  correctionOf,
  voids,
}: FactEvent): EvidenceEvent => ({
  id,
  type,
  day,
  recordedTime,
  street: streetId ?? UNKNOWN_STREET,
  correctionOf,
  voids,
});

/** Sums over rows in memory, by the same rules as the statements that sum them in the database. */
export const sumsOf =
  (rows: readonly EvidenceRow[], knownAt: number): Lookup =>
  (window) =>
    rows
      .filter((row) => row.measure === window.measure && isKnownAt(row, knownAt) && isWithin(row, window))
      .map(({ street, dims, amount }): Amount => ({ street, dims, amount }));
