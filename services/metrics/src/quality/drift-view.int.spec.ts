import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadCatalogue } from '@minhai/events';
import { type Database, openDatabase } from '@minhai/postgres';
import { TEST_DATABASE_URL, type TestDatabase } from '@minhai/testing';
import { FACTS } from '../facts/catalogue.generated.js';
import { impersonalFacts, openFacts } from '../gold/masked-views.js';
import { metricsDatabase } from '../metrics-database.fixture.spec.js';
import { QualityService } from './quality.service.js';

const DRIFT = { day: '2020-03-01', declared: 130, derived: 125, drift: 5, since: '2020-03-01' };

let created: TestDatabase;
let analyst: Database;
let admin: Database;

beforeAll(async () => {
  created = await metricsDatabase('drift-view');
  analyst = openDatabase({ url: created.url('analyst'), applicationName: 'spec' });
  const url = new URL(process.env[TEST_DATABASE_URL]!);
  url.pathname = new URL(created.url('analyst')).pathname;
  admin = openDatabase({ url: url.toString(), applicationName: 'spec', maxConnections: 1 });
  await admin.query(
    `INSERT INTO metrics.fact_definition (fact, name, fingerprint)
     VALUES (1, 'eldercare.bed-capacity', ''), (2, 'assistance.ceiling', ''), (3, 'child.of-the-future', ''), (4, 'survey.results', '')`,
  );
  await admin.query(
    `INSERT INTO metrics.finding (fact, entity, finding_id, rule, severity, district, street, detail, causes, known_from)
     SELECT d.fact, 'key', gen_random_uuid(), 'AFTER_MISMATCH', 'warning', '310105', 'unknown', $1, '{}', now()
     FROM metrics.fact_definition d`,
    [JSON.stringify(DRIFT)],
  );
});

afterAll(async () => {
  await analyst.close();
  await admin.close();
  await created.drop();
});

describe('drifts, to a reader without a grant', () => {
  it('given facts about persons, of people counted or unknown here, then gold.drift shows no amount of them', async () => {
    const select = `SELECT d.fact, d.declared, d.derived, d.drift, d.withheld FROM gold.drift d ORDER BY d.fact`;
    const nothing = { declared: null, derived: null, drift: null, withheld: true };
    expect(await analyst.query(select)).toEqual([
      { fact: 'assistance.ceiling', ...nothing },
      { fact: 'child.of-the-future', ...nothing },
      { fact: 'eldercare.bed-capacity', declared: '130', derived: '125', drift: '5', withheld: false },
      { fact: 'survey.results', ...nothing },
    ]);
    const guess = 'SELECT d.fact FROM gold.drift d WHERE d.drift = 5';
    expect(await analyst.query(guess)).toEqual([{ fact: 'eldercare.bed-capacity' }]);
  });

  it('given the same by REST, then tells the same and counts the others', async () => {
    const catalogue = loadCatalogue();
    const service = new QualityService({
      database: admin,
      indicators: [],
      facts: FACTS,
      impersonalFacts: new Set(impersonalFacts(FACTS, catalogue)),
      openFacts: new Set(openFacts(FACTS, catalogue)),
      clock: () => 0,
    });
    const { drifts, withheld } = await service.drifts({}, { rights: new Set() });
    expect([drifts.map(({ fact }) => fact), withheld]).toEqual([['eldercare.bed-capacity'], 3]);
    const all = await service.drifts({}, { rights: new Set(['small-cells']) });
    expect([all.drifts.map(({ entity }) => entity).sort(), all.withheld]).toEqual([
      ['***', '***', 'key', 'key'],
      0,
    ]);
  });
});
