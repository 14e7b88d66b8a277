import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BusinessDay, addDays } from '@minhai/domain';
import { type DomainEvent, loadCatalogue } from '@minhai/events';
import { type Database, type Transaction, openDatabase } from '@minhai/postgres';
import {
  beds,
  elderly,
  event,
  inQingpu,
  opened,
  streetEstablished,
  voided,
} from '../accepted-events.fixture.js';
import { factDisclosure } from '../disclosure/fact-disclosure.js';
import { FACTS } from '../facts/catalogue.generated.js';
import { House } from '../house.fixture.js';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import { metricsDatabase } from '../metrics-database.fixture.spec.js';
import { keepNextReports, keptFacts } from '../reporting/keep-reports.js';
import { periodsOf } from './periods.js';
import { readKeptReports, readReportsOfHistory } from './reports.reader.js';

const disclosure = factDisclosure(FACTS, loadCatalogue());
const keeping = keptFacts(INDICATORS, FACTS, disclosure);

let house: House;
let database: Database;

const first = beds('chn-1', 100, 100, { time: '2018-12-31' });
const late = beds('chn-2', 7, 37, { time: '2019-11-20', recorded: '2020-09-03', street: '310105002' });

const EVENTS = [
  ...['310105001', '310105002', '310105003'].map((code) => ({
    ...streetEstablished(code, '2004-01-01'),
    source: 'urn:mca:310105:ref',
    regionId: '310105',
  })),
  opened('chn-1', '2018-06-01', '310105001'),
  opened('chn-2', '2018-06-01', '310105002'),
  first,
  beds('chn-2', 30, 30, { time: '2019-05-01', street: '310105002', bedType: 'NURSING' }),
  beds('chn-1', 10, 110, { time: '2020-04-01', recorded: '2020-08-01', reason: 'EXPANSION' }),
  late,
  { ...beds('chn-1', 90, 90, { time: '2018-12-31', recorded: '2020-09-03' }), correctionOf: first.id },
  // About the day of the late one, and registered on the day on which that was, an hour later.
  {
    ...beds('chn-1', 1, 101, { time: '2019-11-20', reason: 'EXPANSION' }),
    recordedTime: late.recordedTime + 3_600_000,
  },
  voided(late, '2020-10-01'),
  inQingpu(opened('qpu-1', '2018-06-01', '310118001')),
  inQingpu(beds('qpu-1', 20, 20, { time: '2020-02-01', street: '310118001' })),
  elderly(4500, '2020-01-10'),
  ...['2020-01-20', '2020-06-20'].map((time) =>
    event(
      'cn.gov.mca.eldercare.allowance.paid',
      { personRef: 'per_00000001', period: time.slice(0, 7), ageBand: 'AGE_80_89', amountFen: 1 },
      { time, street: '310105003' },
    ),
  ),
];

/** Folds events, and leaves nobody who keeps reports of them but the spec. */
async function fold(events: readonly DomainEvent[]): Promise<void> {
  await house.startService();
  await house.accept(events);
  await house.settled();
  await house.service.stop();
}

beforeAll(async () => {
  house = new House(await metricsDatabase('reports'));
  await house.start();
  await house.service.stop();
  database = openDatabase({ url: house.database.url('minhai_metrics'), applicationName: 'spec' });
});

afterAll(async () => {
  await database.close();
  await house.startService();
  await house.close();
});

const FACTS_ASKED = [
  ['eldercare.bed-capacity'],
  ['eldercare.bed-capacity', 'population'],
  ['eldercare.allowance'],
  ['eldercare.allowance', 'eldercare.bed-capacity'],
];
const DAYS: readonly BusinessDay[] = ['2018-06-01', '2019-11-19', '2020-04-01', '2020-12-31', '2030-01-01'];
/** Within a day of registrations, at its end, before all and after all. */
const MOMENTS = [
  null,
  '2018-01-01T00:00:00+08:00',
  '2020-08-01T09:00:00+08:00',
  '2020-09-03T09:30:00+08:00',
  '2020-09-03T23:59:59+08:00',
  '2029-01-01T00:00:00+08:00',
];

const QUESTIONS = FACTS_ASKED.flatMap((facts) =>
  ['310105', '310118'].flatMap((district) =>
    DAYS.flatMap((asOf) =>
      MOMENTS.flatMap((moment) => {
        const knownAt = moment === null ? null : Date.parse(moment);
        const scope = { district, facts, asOf, knownAt };
        return [undefined, addDays(asOf, -400)].map((since) => ({ scope, periods: periodsOf(asOf, since) }));
      }),
    ),
  ),
);

/** Asks both ways whatever can be asked; answers how often the reports that are kept had the answer. */
async function compareAll(): Promise<number> {
  let kept = 0;
  for (const { scope, periods } of QUESTIONS) {
    const facts = scope.facts.filter((fact) => disclosure.impersonal.has(fact));
    const register = { facts, measures: ['eldercare.beds'], keeping };
    const quick = await readKeptReports(database, scope, periods, register);
    if (quick === undefined) continue;
    kept++;
    const whole = await readReportsOfHistory(database, scope, periods, register);
    expect({ ...scope, periods, ...quick }).toEqual({ ...scope, periods, ...whole });
  }
  return kept;
}

describe('who reported, from what is kept and from every event', () => {
  it('given nothing kept yet, then every event is asked', async () => {
    await fold(EVENTS.slice(0, 6));
    await database.query('DELETE FROM metrics.report_shape');
    expect(await compareAll()).toBe(0);
  });

  it('given some of it kept and some folded since, then both say the same', async () => {
    expect(await keepNextReports(database, keeping, 4)).toBe(true);
    expect(await compareAll()).toBeGreaterThan(QUESTIONS.length / 2);
    await fold(EVENTS.slice(6));
    expect(await compareAll()).toBeGreaterThan(QUESTIONS.length / 2);
  });

  it('given all of it kept, in portions, then both say the same, and only a moment within a day of registrations asks every event', async () => {
    while (await keepNextReports(database, keeping, 3));
    const kept = await compareAll();
    expect(kept).toBeGreaterThan((QUESTIONS.length * 2) / 3);
    expect(kept).toBeLessThan(QUESTIONS.length);
    expect(
      await database.query('SELECT r.entity FROM metrics.entity_report r WHERE r.entity LIKE $1', ['per_%']),
    ).toEqual([]);
  });

  it('given facts that are folded anew, then what is kept is not believed until they have come as far', async () => {
    const move = (by: number) =>
      house.sql(`UPDATE metrics.consumed SET position = position + ${by} WHERE domain = 'eldercare'`);
    await move(-1);
    expect(await compareAll()).toBe(0);
    await move(1);
  });

  it('given facts that are others now, then what is kept is not believed, and made anew', async () => {
    await house.sql(`UPDATE metrics.report_shape SET shape = 'of others'`);
    expect(await compareAll()).toBe(0);
    while (await keepNextReports(database, keeping));
    expect(await compareAll()).toBeGreaterThan((QUESTIONS.length * 2) / 3);
  });

  it('given a rebuild that exchanges the tables while reports are kept, then none of its rows is missed', async () => {
    await house.sql(`UPDATE metrics.report_shape SET shape = 'of others'`);
    const owner = openDatabase({ url: house.database.url('minhai_owner'), applicationName: 'exchange' });
    let kept: Promise<boolean> | undefined;
    await owner.transaction(async (tx) => {
      await tx.query('LOCK TABLE metrics.fact_definition, metrics.history IN ACCESS EXCLUSIVE MODE');
      kept = keepNextReports(database, keeping);
      while (!(await isAnyoneWaiting(tx)));
      await tx.query('ALTER TABLE metrics.history RENAME TO history_before');
      await tx.query('CREATE TABLE metrics.history (LIKE metrics.history_before INCLUDING ALL)');
      await tx.query('INSERT INTO metrics.history SELECT * FROM metrics.history_before');
      await tx.query('GRANT SELECT ON metrics.history TO minhai_metrics');
    });
    await owner.close();
    await kept;
    while (await keepNextReports(database, keeping));
    expect(await compareAll()).toBeGreaterThan((QUESTIONS.length * 2) / 3);
  });
});

async function isAnyoneWaiting(tx: Transaction): Promise<boolean> {
  const [row] = await tx.query<{ waiting: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_locks l WHERE NOT l.granted
       AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())) AS waiting`,
  );
  return row!.waiting;
}
