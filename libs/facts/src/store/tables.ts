import { sqlIdentifier } from '@minhai/postgres';

/** The tables that hold what is derived and what it is derived from; `consumed` is separate. */
export const DERIVED_TABLES = [
  'fact_definition',
  'history',
  'amendment',
  'fact_row',
  'finding',
  'cell',
] as const;

/**
 * The statements that make the tables of one set of facts in an existing schema. Everything in them except `consumed`
 * is a pure function of the set of events and of the fact definitions. `unlogged` is for scratch copies.
 */
export function createTables(schemaName: string, persistence: 'logged' | 'unlogged' = 'logged'): string[] {
  const schema = sqlIdentifier(schemaName);
  const create = persistence === 'logged' ? 'CREATE TABLE' : 'CREATE UNLOGGED TABLE';
  return [
    ...definitionTable(create, schema),
    ...historyTables(create, schema),
    ...factRowTable(create, schema),
    ...findingTable(create, schema),
    ...cellTable(create, schema),
    ...consumedTable(create, schema),
  ];
}

export const dropTables = (schemaName: string): string[] =>
  [...DERIVED_TABLES, 'consumed'].map((table) => `DROP TABLE ${sqlIdentifier(schemaName)}.${table}`);

/** `comments`: column → comment; `table` for the table itself. */
const describe = (table: string, comments: Readonly<Record<string, string>>): string[] =>
  Object.entries(comments).map(([column, text]) =>
    column === 'table'
      ? `COMMENT ON TABLE ${table} IS '${text}'`
      : `COMMENT ON COLUMN ${table}.${column} IS '${text}'`,
  );

const definitionTable = (create: string, schema: string): string[] => [
  `${create} ${schema}.fact_definition (
    fact smallint PRIMARY KEY,
    name text NOT NULL UNIQUE,
    fingerprint text NOT NULL
  )`,
  ...describe(`${schema}.fact_definition`, {
    table: 'The fact definitions these tables were built with',
    fact: 'Short number of the fact in these tables',
    name: 'Name of the fact, e.g. eldercare.bed-capacity',
    fingerprint: 'Digest of version, event types and measures; another one means: rebuild',
  }),
];

export const historyComments = (schema: string): string[] =>
  describe(`${schema}.history`, {
    table:
      'Every accepted event under each entity it belongs to, once for all facts that know the entity by this key',
    entity: 'Entity key; empty for voids and for events that no fact reads',
    event_id: 'CloudEvents id',
    facts: 'fact_definition.fact of those that have the event in the history of their entity',
    amended: 'Whether an amendment points at this event',
    envelope: 'Envelope without the id: fields between unit separators; times in epoch milliseconds',
    value: 'Confluent-framed Avro; empty where no fact reads it',
  });

const historyTables = (create: string, schema: string): string[] => [
  `${create} ${schema}.history (
    entity text COLLATE "C" NOT NULL,
    event_id uuid NOT NULL,
    facts smallint[] NOT NULL,
    amended boolean NOT NULL,
    envelope text NOT NULL,
    value bytea NOT NULL,
    PRIMARY KEY (entity, event_id)
  )`,
  `CREATE INDEX history_event ON ${schema}.history (event_id)`,
  ...historyComments(schema),
  `${create} ${schema}.amendment (
    event_id uuid PRIMARY KEY,
    target_id uuid NOT NULL
  )`,
  `CREATE INDEX amendment_target ON ${schema}.amendment (target_id)`,
  ...describe(`${schema}.amendment`, {
    table: 'Corrections and voids and what they point at, whether that has arrived or not',
    event_id: 'CloudEvents id of the amendment',
    target_id: 'Its correctionof or voids',
  }),
];

const factRowTable = (create: string, schema: string): string[] => [
  `${create} ${schema}.fact_row (
    fact smallint NOT NULL,
    entity text COLLATE "C" NOT NULL,
    row_id uuid NOT NULL,
    measure text COLLATE "C" NOT NULL,
    district text COLLATE "C" NOT NULL,
    street text COLLATE "C" NOT NULL,
    dims text COLLATE "C" NOT NULL,
    amount bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    causes uuid[] NOT NULL,
    known_from timestamptz NOT NULL,
    known_until timestamptz,
    PRIMARY KEY (fact, entity, row_id, known_from)
  ) WITH (fillfactor = 90)`,
  `CREATE INDEX fact_row_measure ON ${schema}.fact_row (measure, district, street, valid_from)`,
  ...describe(`${schema}.fact_row`, {
    table: 'What the facts derive, on two axes: valid in the world, known to the registers',
    fact: 'fact_definition.fact',
    entity: 'Entity whose history gave the row',
    row_id: 'Digest of the content: the same row has the same id everywhere',
    measure: 'Measure the amount belongs to',
    district: 'GB/T 2260, 6 digits',
    street: '9 digits or unknown',
    dims: 'Further dimensions: canonical JSON, keys sorted',
    amount: 'In units of 10^-scale of the measure',
    valid_from: 'First day it counts; the day it counts for a flow',
    valid_until: 'First day it no longer counts; null while open and for flows',
    causes: 'Ids of the events it follows from',
    known_from: 'Registration time from which it was held true',
    known_until: 'Registration time from which it was no longer held true; null while it is',
  }),
];

const findingTable = (create: string, schema: string): string[] => [
  `${create} ${schema}.finding (
    fact smallint NOT NULL,
    entity text COLLATE "C" NOT NULL,
    finding_id uuid NOT NULL,
    rule text NOT NULL,
    severity text NOT NULL,
    district text NOT NULL,
    street text NOT NULL,
    detail text NOT NULL,
    causes uuid[] NOT NULL,
    known_from timestamptz NOT NULL,
    known_until timestamptz,
    PRIMARY KEY (fact, entity, finding_id, known_from)
  )`,
  `CREATE INDEX finding_open ON ${schema}.finding (district, rule) WHERE known_until IS NULL`,
  ...describe(`${schema}.finding`, {
    table: 'Broken rules that need history; each opens and closes by itself',
    fact: 'fact_definition.fact',
    entity: 'Entity whose history shows it',
    finding_id: 'Digest of the content',
    rule: 'From a closed list',
    severity: 'info, warning or error',
    district: 'GB/T 2260, 6 digits',
    street: '9 digits or unknown',
    detail: 'Codes, days and amounts: canonical JSON, keys sorted',
    causes: 'Ids of the events it follows from',
    known_from: 'Registration time from which the rule was broken',
    known_until: 'Registration time from which it no longer was; null while it is',
  }),
];

const cellTable = (create: string, schema: string): string[] => [
  `${create} ${schema}.cell (
    measure text COLLATE "C" NOT NULL,
    district text COLLATE "C" NOT NULL,
    street text COLLATE "C" NOT NULL,
    dims text COLLATE "C" NOT NULL,
    day date NOT NULL,
    amount bigint NOT NULL,
    PRIMARY KEY (measure, district, street, dims, day)
  ) WITH (fillfactor = 80)`,
  ...describe(`${schema}.cell`, {
    table:
      'Daily change of each measure as known now: a stock is a sum up to a day, a flow the sum of a period',
    measure: 'Measure the amount belongs to',
    district: 'GB/T 2260, 6 digits',
    street: '9 digits or unknown',
    dims: 'Further dimensions: canonical JSON, keys sorted',
    day: 'Business day, Asia/Shanghai',
    amount: 'Never 0: a cell that comes to nothing is deleted',
  }),
];

const consumedTable = (create: string, schema: string): string[] => [
  `${create} ${schema}.consumed (
    domain text NOT NULL,
    partition integer NOT NULL,
    owner text NOT NULL DEFAULT '',
    epoch bigint NOT NULL,
    next_offset bigint NOT NULL,
    position bigint NOT NULL,
    PRIMARY KEY (domain, partition)
  )`,
  ...describe(`${schema}.consumed`, {
    table: 'How far each accepted partition is folded in; moves in the transaction of the effects',
    domain: 'Event domain',
    partition: 'Kafka partition',
    owner: 'Engine that claimed it last',
    epoch: 'Raised by every new owner: an older one is fenced out',
    next_offset: 'Kafka offset to resume from',
    position: 'Lake position of the newest event folded in; 0 for none',
  }),
];
