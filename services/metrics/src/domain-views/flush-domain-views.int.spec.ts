import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openDatabase, type Database, PERSONAL_ROLE } from '@minhai/postgres';
import { TEST_DATABASE_URL, type TestDatabase } from '@minhai/testing';
import { MonthSums } from '../flush/month-sums.js';
import type { MovedMonth } from '../flush/moved-cell.js';
import { schemaName } from '../migrations.js';
import { DOMAIN_VIEWS } from './catalogue.js';
import { readViewRows } from './domain-view.store.js';
import type { DomainView, ViewRow } from './domain-view.js';
import { flushDomainViews, flushWholeDomainViews, viewsTouchedBy, wholeView } from './flush-domain-views.js';
import { metricsDatabase } from '../metrics-database.fixture.spec.js';
import { domainCells } from './view-cells.js';
import { contentOf } from './view-difference.js';

const DISTRICTS = ['310105', '310118'] as const;
const NOBODY = Buffer.alloc(0);
const sums = new MonthSums(domainCells(), []);
let created: TestDatabase;
let metrics: Database;
let owner: Database;
let admin: Database;

beforeAll(async () => {
  created = await metricsDatabase('domain-views');
  metrics = openDatabase({ url: created.url('minhai_metrics'), applicationName: 'spec' });
  owner = openDatabase({ url: created.url('minhai_owner'), applicationName: 'spec' });
  const url = new URL(process.env[TEST_DATABASE_URL]!);
  url.pathname = new URL(created.url('analyst')).pathname;
  admin = openDatabase({ url: url.toString(), applicationName: 'spec', maxConnections: 1 });
});

afterAll(async () => {
  await Promise.all([metrics.close(), owner.close(), admin.close()]);
  await created.drop();
});

interface Change {
  readonly measure: string;
  readonly district: string;
  readonly street: string;
  readonly dims: Readonly<Record<string, string>>;
  readonly day: string;
  readonly amount: number;
}

/** Adds to a cell as the fold does: one that comes to nothing is deleted. Answers the note of it. */
async function add({ measure, district, street, dims, day, amount }: Change): Promise<MovedMonth> {
  const cell = [measure, district, street, JSON.stringify(dims), day];
  const [before] = await owner.query<{ amount: number }>(
    `SELECT c.amount FROM metrics.cell c WHERE (c.measure, c.district, c.street, c.dims, c.day) = ($1, $2, $3, $4, $5::date)`,
    cell,
  );
  await owner.query(
    `INSERT INTO metrics.cell AS c (measure, district, street, dims, day, amount) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (measure, district, street, dims, day) DO UPDATE SET amount = c.amount + excluded.amount`,
    [...cell, amount],
  );
  await owner.query('DELETE FROM metrics.cell c WHERE c.amount = 0');
  const days = Number((before?.amount ?? 0) + amount !== 0) - Number(before !== undefined);
  return {
    measure,
    district,
    street,
    dims: JSON.stringify(dims),
    month: day.slice(0, 7),
    amount: BigInt(amount),
    days,
    causes: NOBODY,
  };
}

async function apply(changes: readonly Change[]): Promise<void> {
  const notes: MovedMonth[] = [];
  for (const change of changes) notes.push(await add(change));
  const touched = viewsTouchedBy(notes, sums);
  sums.apply(notes);
  await metrics.transaction((tx) => flushDomainViews(tx, touched, sums));
}

const contents = (view: DomainView, rows: readonly ViewRow[]): string[] =>
  rows.map((row) => contentOf(view, row)).sort();

async function expectWhole(): Promise<void> {
  await metrics.transaction(async (tx) => {
    for (const view of DOMAIN_VIEWS)
      for (const district of DISTRICTS) {
        const stored = contents(view, await readViewRows(tx, view, district));
        const whole = contents(view, await wholeView(tx, schemaName, view, district));
        expect([view.name, stored]).toEqual([view.name, whole]);
      }
  });
}

const DIMS: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  'eldercare.beds': [
    { bedType: 'NURSING', scope: 'INSTITUTION' },
    { bedType: 'GENERAL', scope: 'HOME' },
  ],
  'assistance.need-grade': [{ grade: 'HIGH' }, { grade: 'LOW' }],
  'assistance.persons': [{ category: 'DIBAO', circle: 'DIBAO' }],
  'marriage.registered': [{ kind: 'MARRIAGE', standing: 'STANDS' }],
  'socialorg.registered': [{ kind: 'FOUNDATION' }],
};

const change: fc.Arbitrary<Change> = fc
  .record({
    measure: fc.constantFrom(...Object.keys(DIMS)),
    district: fc.constantFrom(...DISTRICTS),
    street: fc.constantFrom('001', '002', '003'),
    day: fc.constantFrom('1931-05-01', '2018-12-31', '2019-06-10', '2020-01-01', '2020-02-29', '2021-11-30'),
    amount: fc.constantFrom(1, 8, 40),
    which: fc.nat(1),
  })
  .map(({ which, street, ...rest }) => {
    const choices = DIMS[rest.measure]!;
    return { ...rest, street: `${rest.district}${street}`, dims: choices[which % choices.length]! };
  });

const COUNTED = `SELECT street, grade, households, withheld FROM gold.mv_need_grade_by_street
  WHERE district = '310105' AND month_end = '2023-06-30' ORDER BY street, grade`;

describe('flushDomainViews', () => {
  it('whatever moves and is taken back, in whatever steps, leaves what the cells make of a whole recomputation', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(change, { minLength: 1, maxLength: 5 }), { maxLength: 4 }),
        async (steps) => {
          for (const step of steps) {
            await apply(step);
            await expectWhole();
          }
          await metrics.transaction((tx) => flushWholeDomainViews(tx, sums));
          await expectWhole();
          for (const step of steps) await apply(step.map((one) => ({ ...one, amount: -one.amount })));
          await expectWhole();
        },
      ),
      { numRuns: 8 },
    );
    for (const { name } of DOMAIN_VIEWS)
      expect([name, await owner.query(`SELECT 1 FROM metrics.${name} LIMIT 1`)]).toEqual([name, []]);
  });

  it('given few households, hides them and what would give them back from analysts and shows them to the group', async () => {
    const at = (street: string, grade: string, amount: number): Change => ({
      measure: 'assistance.need-grade',
      district: '310105',
      street,
      dims: { grade },
      day: '2023-06-10',
      amount,
    });
    await apply([
      at('a', 'HIGH', 3),
      at('a', 'LOW', 40),
      at('b', 'HIGH', 50),
      at('b', 'LOW', 60),
      at('c', 'HIGH', 70),
    ]);
    const analyst = openDatabase({ url: created.url('analyst'), applicationName: 'spec' });
    try {
      expect(await analyst.query(COUNTED)).toEqual([
        { street: 'a', grade: 'HIGH', households: null, withheld: true },
        { street: 'a', grade: 'LOW', households: null, withheld: true },
        { street: 'b', grade: 'HIGH', households: null, withheld: true },
        { street: 'b', grade: 'LOW', households: null, withheld: true },
        { street: 'c', grade: 'HIGH', households: 70, withheld: false },
      ]);
      const daily = `SELECT d.day FROM gold.measure_daily d WHERE d.measure = 'assistance.need-grade'`;
      expect(await analyst.query(daily)).toEqual([]);
    } finally {
      await analyst.close();
    }
    const shown = await admin.transaction(async (tx) => {
      await tx.query(`SET LOCAL ROLE ${PERSONAL_ROLE}`);
      return tx.query(COUNTED);
    });
    expect(shown[0]).toEqual({ street: 'a', grade: 'HIGH', households: 3, withheld: true });
  });
});
