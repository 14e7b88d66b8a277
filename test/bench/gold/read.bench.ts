import { INDICATORS } from '@minhai/metrics';
import { openDatabase, type Database } from '@minhai/postgres';
import { ledgerOfBothDistricts } from '../../e2e/support/ledger.js';
import { startBenchInstance, type BenchInstance } from '../harness/bench-instance.js';
import type { Bench, Measurements, Round } from '../harness/bench.js';
import { figure, gated } from '../harness/figure.js';
import type { Figure } from '../harness/report.js';
import { percentile, ratios, spreadOf } from '../harness/statistics.js';

const READS = 2_000;
const WARM_READS = 200;
const AS_OF = '2020-12-31';
const LARGEST_P99_MS = 50;

/** Answers one of many questions, by number. */
type Read = (number: number) => Promise<unknown>;

const idOf = (number: number): string => INDICATORS[number % INDICATORS.length]!.id;
const districtOf = (number: number): string => INDICATORS[number % INDICATORS.length]!.district;

/** The value a view without a fact engine would hold: the last sum of every measure, district and month. */
const REFRESHED = `CREATE MATERIALIZED VIEW bench.value AS
  SELECT c.measure, c.district, date_trunc('month', c.day)::date AS month,
    sum(sum(c.amount)) OVER (PARTITION BY c.measure, c.district ORDER BY date_trunc('month', c.day)) AS value
  FROM metrics.cell c GROUP BY c.measure, c.district, date_trunc('month', c.day)`;

async function readsOf({ owner, config }: BenchInstance, analyst: Database): Promise<Record<string, Read>> {
  await owner.query('CREATE SCHEMA IF NOT EXISTS bench');
  await owner.query(REFRESHED);
  await owner.query('CREATE UNIQUE INDEX ON bench.value (measure, district, month)');
  await owner.query('GRANT USAGE ON SCHEMA bench TO analyst');
  await owner.query('GRANT SELECT ON bench.value TO analyst');
  const metrics = `http://127.0.0.1:${config.ports.metrics}/v1/indicators`;
  return {
    nothing: () => analyst.query('SELECT 1'),
    view: (i) =>
      analyst.query(
        'SELECT v.value FROM bench.value v WHERE v.measure = $1 AND v.district = $2 AND v.month <= $3::date ORDER BY v.month DESC LIMIT 1',
        [INDICATORS[i % INDICATORS.length]!.numerator[0]!.measure, districtOf(i), AS_OF],
      ),
    sql: (i) =>
      analyst.query(
        'SELECT v.value, v.numerator, v.denominator FROM gold.indicator_value v WHERE v.indicator_id = $1 AND v.region = $2 AND v.period_end = $3::date',
        [idOf(i), districtOf(i), AS_OF],
      ),
    domain: (i) =>
      analyst.query(
        'SELECT m.street, m.scope, m.beds FROM gold.mv_eldercare_capacity m WHERE m.district = $1 AND m.month_end = $2::date',
        [districtOf(i), AS_OF],
      ),
    rest: async (i) => {
      const response = await fetch(`${metrics}/${idOf(i)}?asOf=${AS_OF}`);
      if (!response.ok) throw new Error(`${idOf(i)}: HTTP ${response.status}`);
      return response.json();
    },
  };
}

/** Milliseconds of each kind of read, one after another, kinds taking turns. */
async function times(reads: Readonly<Record<string, Read>>): Promise<Map<string, number[]>> {
  const taken = new Map<string, number[]>(Object.keys(reads).map((name) => [name, []]));
  for (let i = 0; i < WARM_READS + READS; i++) {
    for (const [name, read] of Object.entries(reads)) {
      const begun = performance.now();
      await read(i);
      if (i >= WARM_READS) taken.get(name)!.push(performance.now() - begun);
    }
  }
  return taken;
}

/** Reading nothing is fast, too. */
async function expectRows(analyst: Database): Promise<void> {
  for (const [view, day] of Object.entries({
    indicator_value: 'period_end',
    mv_eldercare_capacity: 'month_end',
  })) {
    const rows = await analyst.query(`SELECT 1 FROM gold.${view} v WHERE v.${day} = '${AS_OF}'`);
    if (rows.length < 10) throw new Error(`gold.${view} has ${rows.length} rows of ${AS_OF}`);
  }
}

async function measure({ say }: Round): Promise<Measurements> {
  const instance = await startBenchInstance();
  const analyst = openDatabase({
    url: instance.stack.database.url('analyst'),
    applicationName: 'bench-gold',
    maxConnections: 1,
  });
  try {
    await instance.start('gateway', 'lake', 'metrics');
    const lines = ledgerOfBothDistricts();
    say(`loading ${lines.length} events of the ledger`);
    await instance.load(lines);
    await instance.settled();
    await instance.owner.query('ANALYZE');
    await expectRows(analyst);
    const taken = await times(await readsOf(instance, analyst));
    const begun = performance.now();
    await instance.owner.query('REFRESH MATERIALIZED VIEW CONCURRENTLY bench.value');
    const refresh = performance.now() - begun;
    return Object.fromEntries([
      ['refresh', refresh],
      ...[...taken].flatMap(([name, values]) => [
        [`${name}.p50`, percentile(values, 0.5)],
        [`${name}.p99`, percentile(values, 0.99)],
      ]),
    ]) as Measurements;
  } finally {
    await analyst.close();
    await instance.stop();
  }
}

function figures(rounds: readonly Measurements[]): Figure[] {
  const of = (name: string): number[] => rounds.map((round) => round[name]!);
  const p50 = (name: string): string => `p50 ${spreadOf(of(`${name}.p50`)).median.toFixed(2)} ms`;
  const read = (title: string, name: string): Figure =>
    gated('GOLD', `${title}, p99`, {
      values: of(`${name}.p99`),
      unit: 'ms',
      atMost: LARGEST_P99_MS,
      note: p50(name),
    });
  return [
    read('one indicator by SQL', 'sql'),
    read('one indicator by REST, with base, target and standing', 'rest'),
    read('a month of gold.mv_eldercare_capacity', 'domain'),
    figure('GOLD', 'one indicator by SQL ÷ SELECT 1 by the same client, p50', {
      values: ratios(of('sql.p50'), of('nothing.p50')),
      unit: '×',
      note: `SELECT 1: ${p50('nothing')}`,
    }),
    figure('GOLD', 'one indicator by SQL ÷ a row of a materialized view, p50', {
      values: ratios(of('sql.p50'), of('view.p50')),
      unit: '×',
      note: `materialized view: ${p50('view')}, and ${spreadOf(of('refresh')).median.toFixed(0)} ms for each REFRESH`,
    }),
  ];
}

/** What a data team waits for, with the ledger of both districts loaded through the whole pipeline. */
export const goldReads: Bench = { name: 'gold reads', goals: ['GOLD'], measure, figures };
