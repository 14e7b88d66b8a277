import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PERSONAL_ROLE, type Database } from '@minhai/postgres';
import { type FactsWithFindings, factsWithFindings } from './facts-with-findings.fixture.spec.js';

const DETAIL = { case: 'paid twice', day: '2020-03-01', persons: 3, amountFen: 95_000 };

let given: FactsWithFindings;
let analyst: Database;
let admin: Database;

beforeAll(async () => {
  const facts = ['eldercare.bed-capacity', 'marriage.registrations', 'child.of-the-future', 'survey.results'];
  given = await factsWithFindings('masked-gold', facts, { rule: 'STATE', severity: 'error', detail: DETAIL });
  ({ analyst, admin } = given);
});

afterAll(() => given.drop());

const entities = `SELECT f.fact, f.entity FROM gold.finding f ORDER BY f.fact`;

describe('gold views', () => {
  it('given an analyst, then keys of persons and of facts unknown here are masked, in conditions too', async () => {
    expect(await analyst.query(entities)).toEqual([
      { fact: 'child.of-the-future', entity: '***' },
      { fact: 'eldercare.bed-capacity', entity: 'key of eldercare.bed-capacity' },
      { fact: 'marriage.registrations', entity: '***' },
      { fact: 'survey.results', entity: 'key of survey.results' },
    ]);
    const guess = `SELECT 1 FROM gold.finding_history f WHERE f.entity = 'key of marriage.registrations'`;
    expect(await analyst.query(guess)).toEqual([]);
    const cast = `SELECT 1 FROM gold.finding f WHERE f.fact LIKE 'marriage%' AND f.entity::integer = 1`;
    await expect(analyst.query(cast)).rejects.toThrow('***');
  });

  it.each(['finding', 'finding_history'])(
    'given an analyst, then gold.%s has no number about persons or of people counted, in conditions either',
    async (view) => {
      const withoutNumbers = { ...DETAIL, persons: null, amountFen: null };
      expect(await analyst.query(`SELECT f.fact, f.detail FROM gold.${view} f ORDER BY f.fact`)).toEqual([
        { fact: 'child.of-the-future', detail: withoutNumbers },
        { fact: 'eldercare.bed-capacity', detail: DETAIL },
        { fact: 'marriage.registrations', detail: withoutNumbers },
        { fact: 'survey.results', detail: withoutNumbers },
      ]);
      const guess = `SELECT f.fact FROM gold.${view} f WHERE (f.detail->>'amountFen')::int = 95000`;
      expect(await analyst.query(guess)).toEqual([{ fact: 'eldercare.bed-capacity' }]);
    },
  );

  it('given a member of the group, then they are shown', async () => {
    const rows = await admin.transaction(async (tx) => {
      await tx.query(`SET LOCAL ROLE ${PERSONAL_ROLE}`);
      return tx.query('SELECT f.fact, f.entity, f.detail FROM gold.finding f');
    });
    expect(rows).toContainEqual({
      fact: 'marriage.registrations',
      entity: 'key of marriage.registrations',
      detail: DETAIL,
    });
  });
});
