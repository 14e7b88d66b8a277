import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Database, openDatabase } from '@minhai/postgres';
import type { TestDatabase } from '@minhai/testing';
import { metricsDatabase } from '../metrics-database.fixture.spec.js';
import { keepNextReports } from '../reporting/keep-reports.js';
import { periodsOf } from './periods.js';
import { REPORTS_KEPT } from './reports-sql.js';
import { readKeptReports, readReportsOfHistory } from './reports.reader.js';

/** Invented events of one fact: 500 institutions in ten 街镇 over ten years. */
const EVENTS = 60_000;
const FACT = 'eldercare.bed-capacity';
const READ_BY_DAY = [
  'street_report',
  'entity_report',
  'recorded_report',
  'history',
  'accepted_event',
  'event',
];

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly PlanNode[];
}

let created: TestDatabase;
let owner: Database;
let database: Database;

const FILL = [
  `INSERT INTO metrics.fact_definition (fact, name, fingerprint) VALUES (1, '${FACT}', '')`,
  `INSERT INTO lake.accepted_event (domain, partition, position, id)
   SELECT 'eldercare', 0, n, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid FROM generate_series(1, ${EVENTS}) n`,
  `INSERT INTO metrics.history (entity, event_id, facts, amended, envelope, value)
   SELECT 'i-' || n % 500, e.id, '{1}', false,
     array_to_string(ARRAY['s', 't', 'x', t.ms::text, (t.ms + 3600000)::text, '310105', '31010510' || n % 10], chr(31)), ''
   FROM generate_series(1, ${EVENTS}) n JOIN lake.accepted_event e ON e.position = n,
     LATERAL (SELECT (extract(epoch FROM '2011-01-01'::timestamptz) * 1000)::int8 + n::int8 * 315360000000 / ${EVENTS} AS ms) t`,
  `INSERT INTO metrics.consumed (domain, partition, epoch, next_offset, position) VALUES ('eldercare', 0, 1, 0, ${EVENTS})`,
];

beforeAll(async () => {
  created = await metricsDatabase('reports-plan');
  owner = openDatabase({
    url: created.url('minhai_owner'),
    applicationName: 'spec',
    statementTimeoutMs: 120_000,
  });
  database = openDatabase({ url: created.url('minhai_metrics'), applicationName: 'spec' });
  for (const statement of FILL) await owner.query(statement);
  while (await keepNextReports(database, keeping));
  await owner.query('ANALYZE');
}, 180_000);

afterAll(async () => {
  await owner.close();
  await database.close();
  await created.drop();
});

const keeping = { kept: [FACT], told: [FACT] };
const scope = { district: '310105', facts: [FACT], asOf: '2020-12-31', knownAt: null };
const register = { facts: [FACT], measures: ['eldercare.beds'], keeping };

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

describe('who reported, of many events', () => {
  it('is what every event says', async () => {
    const kept = await readKeptReports(database, scope, periodsOf(scope.asOf), register);
    expect(kept!.entities).toHaveLength(500);
    expect(kept!.streets).toHaveLength(10);
    expect(kept).toEqual(await readReportsOfHistory(database, scope, periodsOf(scope.asOf), register));
  });

  it('reads what is kept by its keys, a few rows of each street and institution, and no event', async () => {
    const { period, before } = periodsOf(scope.asOf);
    const [{ 'QUERY PLAN': plan }] = (await database.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${REPORTS_KEPT}`, [
      '310105',
      [FACT],
      null,
      before.from,
      period.from,
      scope.asOf,
      [FACT],
      ['eldercare.beds'],
      [FACT],
      [FACT],
    ])) as [{ 'QUERY PLAN': readonly [{ readonly Plan: PlanNode }] }];
    const nodes = nodesOf(plan[0].Plan).filter((node) => READ_BY_DAY.includes(node['Relation Name'] ?? ''));
    expect(nodes.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([]);
    const read = nodes.map((node) => node['Actual Rows'] * node['Actual Loops']);
    expect(read.reduce((sum, rows) => sum + rows, 0)).toBeLessThan(4 * 510);
  });
});
