import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadCatalogue } from '@minhai/events';
import { type Database, PERSONAL_ROLE } from '@minhai/postgres';
import { FACTS } from '../facts/catalogue.generated.js';
import { type FactsWithFindings, factsWithFindings } from '../gold/facts-with-findings.fixture.spec.js';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import type { Drift } from '../quality/drift.reader.js';
import { QualityService } from '../quality/quality.service.js';
import { factDisclosure } from './fact-disclosure.js';
import type { ShownDetail } from './shown-cases.js';
import type { Rights } from './shown-figures.js';

const DETAIL = { case: 'paid twice', day: '2020-03-01', declared: 130, derived: 125, drift: 5 };
const FINDING = { rule: 'AFTER_MISMATCH', severity: 'warning', detail: { ...DETAIL, since: '2020-03-01' } };

const ANYBODY: Rights = { rights: new Set() };
const GRANTED: Rights = { rights: new Set(['small-cells', 'personal']) };

interface FindingRow {
  readonly fact: string;
  readonly detail: ShownDetail;
}

type DriftRow = Pick<Drift, 'fact' | 'district' | 'entity'> & { readonly drift: string | null };

let given: FactsWithFindings;
let service: QualityService;

/** One finding of every fact in either district, that is a drift as well. */
beforeAll(async () => {
  given = await factsWithFindings(
    'both-surfaces',
    FACTS.map(({ name }) => name),
    FINDING,
  );
  await given.admin.query(
    `INSERT INTO metrics.finding (fact, entity, finding_id, rule, severity, district, street, detail, causes, known_from)
     SELECT f.fact, f.entity || ' in 青浦', gen_random_uuid(), f.rule, f.severity, '310118', f.street, f.detail, f.causes, f.known_from FROM metrics.finding f`,
  );
  service = new QualityService({
    database: given.admin,
    indicators: INDICATORS,
    facts: FACTS,
    disclosure: factDisclosure(FACTS, loadCatalogue()),
    clock: () => Date.parse('2021-01-01T00:00:00Z'),
  });
});

afterAll(() => given.drop());

const asMember = <T>(ask: (db: Pick<Database, 'query'>) => Promise<T>): Promise<T> =>
  given.admin.transaction(async (tx) => {
    await tx.query(`SET LOCAL ROLE ${PERSONAL_ROLE}`);
    return ask(tx);
  });

const findingsInSql = async (db: Pick<Database, 'query'>): Promise<ReadonlyMap<string, ShownDetail>> => {
  const rows = await db.query<FindingRow & object>(
    `SELECT f.fact, f.detail FROM gold.finding f WHERE f.district = '310105'`,
  );
  return new Map(rows.map(({ fact, detail }) => [fact, detail]));
};

/** Every example of every indicator, with the indicator it stands behind. */
async function examplesByRest(reader: Rights) {
  const answers = [];
  for (const { id } of INDICATORS) {
    const { findings } = await service.quality(id, { asOf: '2020-12-31', examples: 100 }, reader);
    for (const { examples } of findings) for (const example of examples) answers.push({ id, ...example });
  }
  return answers;
}

const numbersOf = (detail: ShownDetail): string[] =>
  Object.keys(detail).filter((name) => typeof detail[name] === 'number');

describe('a finding behind any indicator', () => {
  it('given a reader without the grant, then REST shows no number and no place that gold.finding masks', async () => {
    const inSql = await findingsInSql(given.analyst);
    const examples = await examplesByRest(ANYBODY);
    expect(examples.length).toBeGreaterThan(INDICATORS.length - 1);
    for (const { id, fact, detail, street } of examples) {
      const shown = inSql.get(fact)!;
      expect([id, fact, detail]).toEqual([id, fact, shown]);
      if (numbersOf(shown).length === 0) expect([id, fact, street]).toEqual([id, fact, null]);
    }
    expect(examples.filter(({ detail }) => numbersOf(detail).length > 0)).not.toEqual([]);
  });

  it('given money paid to persons, then its findings are masked as those of people are', async () => {
    for (const id of ['chn-elder-allowance-paid', 'qpu-medical-relief-self-pay-share']) {
      const { findings } = await service.quality(id, { asOf: '2020-12-31', examples: 5 }, ANYBODY);
      const [example] = findings[0]!.examples;
      expect(example).toMatchObject({
        street: null,
        detail: { case: 'paid twice', declared: null, drift: null },
      });
    }
  });

  it('given a reader with the grant, then both show everything', async () => {
    const inSql = await asMember(findingsInSql);
    for (const { id, fact, detail, street } of await examplesByRest(GRANTED)) {
      expect([id, fact, detail]).toEqual([id, fact, FINDING.detail]);
      expect([id, inSql.get(fact)]).toEqual([id, FINDING.detail]);
      expect(street).toBe('unknown');
    }
  });
});

const driftsInSql = (db: Pick<Database, 'query'>): Promise<DriftRow[]> =>
  db.query<DriftRow & object>(
    'SELECT d.fact, d.district, d.entity, d.drift FROM gold.drift d ORDER BY d.fact, d.district',
  );

async function driftsByRest(reader: Rights): Promise<DriftRow[]> {
  const { drifts } = await service.drifts({}, reader);
  return drifts
    .map(({ fact, district, entity, drift }) => ({ fact, district, entity, drift }))
    .sort((a, b) => (`${a.fact} ${a.district}` < `${b.fact} ${b.district}` ? -1 : 1));
}

describe('a drift of any fact', () => {
  it('given a reader without the grant, then REST tells those whose amounts gold.drift shows, and no other', async () => {
    const inSql = await driftsInSql(given.analyst);
    expect(inSql).toHaveLength(2 * FACTS.length);
    const shown = inSql.filter(({ drift }) => drift !== null);
    expect(shown.length).toBeLessThan(inSql.length);
    expect(await driftsByRest(ANYBODY)).toEqual(shown);
  });

  it('given a reader with the grant, then both show all of them', async () => {
    const inSql = await asMember(driftsInSql);
    expect(inSql.every(({ drift }) => drift === '5')).toBe(true);
    expect(await driftsByRest(GRANTED)).toEqual(inSql);
  });
});
