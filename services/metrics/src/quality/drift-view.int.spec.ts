import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadCatalogue } from '@minhai/events';
import type { Database } from '@minhai/postgres';
import { factDisclosure } from '../disclosure/fact-disclosure.js';
import { FACTS } from '../facts/catalogue.generated.js';
import { type FactsWithFindings, factsWithFindings } from '../gold/facts-with-findings.fixture.spec.js';
import { QualityService } from './quality.service.js';

const DRIFT = { day: '2020-03-01', declared: 130, derived: 125, drift: 5, since: '2020-03-01' };

let given: FactsWithFindings;
let analyst: Database;
let admin: Database;

beforeAll(async () => {
  const facts = ['eldercare.bed-capacity', 'assistance.ceiling', 'child.of-the-future', 'survey.results'];
  const finding = { rule: 'AFTER_MISMATCH', severity: 'warning', detail: DRIFT };
  given = await factsWithFindings('drift-view', facts, finding);
  ({ analyst, admin } = given);
});

afterAll(() => given.drop());

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
    const service = new QualityService({
      database: admin,
      indicators: [],
      facts: FACTS,
      disclosure: factDisclosure(FACTS, loadCatalogue()),
      clock: () => 0,
    });
    const { drifts, withheld } = await service.drifts({}, { rights: new Set() });
    expect([drifts.map(({ fact }) => fact), withheld]).toEqual([['eldercare.bed-capacity'], 3]);
    const all = await service.drifts({}, { rights: new Set(['small-cells']) });
    expect([all.drifts.map(({ entity }) => entity).sort(), all.withheld]).toEqual([
      ['***', '***', 'key of eldercare.bed-capacity', 'key of survey.results'],
      0,
    ]);
  });
});
