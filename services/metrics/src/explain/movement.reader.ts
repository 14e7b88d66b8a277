import { decodeEnvelope } from '@minhai/facts/store';
import { type BusinessDay, UNKNOWN_STREET, dayOf } from '@minhai/domain';
import { type Queryable, type Statement, binaryArray } from '@minhai/postgres';
import { isKnownNowOrAt, momentOf } from '../cells/known-at.js';
import { windowName } from '../evaluate/window.js';
import { countedTerms } from './contributions.js';
import {
  type Evidence,
  type EvidenceEvent,
  type EvidenceRow,
  type HistoryEntry,
  entityName,
  isKnownAt,
} from './evidence.js';
import type { Question } from './movement.js';

const known = (moment: string): string => isKnownNowOrAt('r', `${moment}::timestamptz`);

/** Whether a row counts in a window: a stock on its last day, a flow on its days. */
const within = (since: string, until: string): string =>
  `(r.valid_from <= ${until} AND CASE WHEN ${since} IS NULL
    THEN r.valid_until IS NULL OR r.valid_until > ${until} ELSE r.valid_from >= ${since} END)`;

const CONTENT = `d.name AS fact, r.entity, r.measure, r.street, r.dims, r.amount::text AS amount,
  r.valid_from AS "validFrom", r.valid_until AS "validUntil", r.causes::text[] AS causes,
  r.known_from AS "knownFrom", r.known_until AS "knownUntil"`;

const CHANGED_ROWS: Statement = {
  name: 'metrics.movement_rows',
  text: `SELECT DISTINCT ON (r.fact, r.entity, r.row_id, r.known_from) ${CONTENT}
    FROM unnest($5::text[], $6::date[], $7::date[], $8::date[], $9::date[]) AS w(measure, since, until, then_since, then_until)
    JOIN metrics.fact_row r ON r.measure = w.measure AND r.district = $1 AND ($2::text IS NULL OR r.street = $2)
    JOIN metrics.fact_definition d ON d.fact = r.fact
    CROSS JOIN LATERAL (SELECT ${known('$3')} AS first, ${known('$4')} AS second,
      ${within('w.since', 'w.until')} AS before, ${within('w.then_since', 'w.then_until')} AS after) s
    WHERE (s.before AND s.first <> s.second) OR (s.second AND s.before <> s.after)
    ORDER BY r.fact, r.entity, r.row_id, r.known_from`,
};

const ENTITIES = `unnest($1::text[], $2::text[]) AS e(fact, entity)
    JOIN metrics.fact_definition d ON d.name = e.fact`;

/** All rows of these entities that one reading knows and the other does not, whatever days they are about. */
const RELEARNED_ROWS: Statement = {
  name: 'metrics.movement_relearned_rows',
  text: `SELECT ${CONTENT} FROM ${ENTITIES} JOIN metrics.fact_row r ON r.fact = d.fact AND r.entity = e.entity
    WHERE (${known('$3')}) <> (${known('$4')})`,
};

const HISTORIES: Statement = {
  name: 'metrics.movement_histories',
  text: `SELECT d.name AS fact, h.entity, h.event_id AS "eventId"
    FROM ${ENTITIES} JOIN metrics.history h ON h.entity = e.entity AND d.fact = ANY (h.facts)`,
};

/** The events asked for, and all that is linked to those of the second list by corrections and voids. */
const EVENTS: Statement = {
  name: 'metrics.movement_events',
  text: `WITH RECURSIVE chain (event_id) AS (
      SELECT unnest($2::uuid[])
      UNION
      SELECT l.event_id FROM chain c, LATERAL (
        SELECT a.target_id AS event_id FROM metrics.amendment a WHERE a.event_id = c.event_id
        UNION ALL
        SELECT a.event_id FROM metrics.amendment a WHERE a.target_id = c.event_id OFFSET 0) l
    )
    SELECT i.event_id AS id, h.envelope
    FROM (SELECT unnest($1::uuid[]) AS event_id UNION SELECT c.event_id FROM chain c) i
    CROSS JOIN LATERAL (SELECT t.envelope FROM metrics.history t WHERE t.event_id = i.event_id LIMIT 1) h`,
};

type RowAnswer = Omit<EvidenceRow, 'dims' | 'amount'> & { readonly dims: string; readonly amount: string };

interface EventAnswer {
  readonly id: string;
  readonly envelope: string;
}

const rowOf = ({ dims, amount, ...row }: RowAnswer): EvidenceRow => ({
  ...row,
  dims: JSON.parse(dims) as Record<string, string>,
  amount: BigInt(amount),
});

function eventOf({ id, envelope }: EventAnswer): EvidenceEvent {
  const { type, time, recordedTime, streetId, correctionOf, voids } = decodeEnvelope(envelope);
  return {
    id,
    type,
    day: dayOf(time),
    recordedTime,
    street: streetId ?? UNKNOWN_STREET,
    correctionOf,
    voids,
  };
}

/** Everything the two readings may differ by. `db` is one snapshot, the same that the sums are read from. */
export async function readEvidence(db: Queryable, question: Question): Promise<Evidence> {
  const { from, to, street } = question;
  const moments = [momentOf(from.knownAt), momentOf(to.knownAt)];
  const windows = windowPairs(question);
  const rows = await db.prepared<RowAnswer & object>(CHANGED_ROWS, [
    to.indicator.district,
    street ?? null,
    ...moments,
    ...windows,
  ]);
  const changed = rows.map(rowOf);
  const learned = changed.filter((row) => isKnownAt(row, from.knownAt) !== isKnownAt(row, to.knownAt));
  const entities = entityArrays(learned);
  const relearned =
    learned.length === 0
      ? []
      : await db.prepared<RowAnswer & object>(RELEARNED_ROWS, [...entities, ...moments]);
  const histories = learned.length === 0 ? [] : await db.prepared<HistoryEntry & object>(HISTORIES, entities);
  const seeds = [...relearned.flatMap(({ causes }) => causes), ...histories.map(({ eventId }) => eventId)];
  const events = await db.prepared<EventAnswer & object>(EVENTS, [
    binaryArray('uuid', [...new Set(changed.flatMap(({ causes }) => causes))]),
    binaryArray('uuid', [...new Set(seeds)]),
  ]);
  return {
    rows: [...new Map([...changed, ...relearned.map(rowOf)].map((row) => [nameOf(row), row])).values()],
    events: events.map(eventOf),
    histories,
  };
}

/** Two rows of an entity are the same exactly when their content is, and an interval is named by its beginning. */
const nameOf = ({
  fact,
  entity,
  measure,
  street,
  dims,
  amount,
  validFrom,
  validUntil,
  causes,
  knownFrom,
}: EvidenceRow): string =>
  JSON.stringify([
    fact,
    entity,
    measure,
    street,
    dims,
    `${amount}`,
    validFrom,
    validUntil,
    causes,
    knownFrom,
  ]);

function windowPairs({ from, to }: Question): Buffer[] {
  const pairs = countedTerms(from, to).map(({ before, after }) => ({ before, after }));
  const distinct = [
    ...new Map(pairs.map((pair) => [`${windowName(pair.before)} ${windowName(pair.after)}`, pair])).values(),
  ];
  const days = (dayOfPair: (pair: (typeof distinct)[number]) => BusinessDay | null): Buffer =>
    binaryArray('date', distinct.map(dayOfPair));
  return [
    binaryArray(
      'text',
      distinct.map(({ before }) => before.measure),
    ),
    days(({ before }) => before.from),
    days(({ before }) => before.to),
    days(({ after }) => after.from),
    days(({ after }) => after.to),
  ];
}

function entityArrays(rows: readonly EvidenceRow[]): Buffer[] {
  const distinct = [...new Map(rows.map((row) => [entityName(row), row])).values()];
  return [
    binaryArray(
      'text',
      distinct.map(({ fact }) => fact),
    ),
    binaryArray(
      'text',
      distinct.map(({ entity }) => entity),
    ),
  ];
}
