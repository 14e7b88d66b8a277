import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '@minhai/postgres';
import { lakeDatabase, type LakeDatabase } from '../fixtures/lake-database.fixture.spec.js';
import { ReaderRoles } from './reader-roles.fixture.spec.js';
import { storeEvents, typeNamed } from './stored-events.fixture.spec.js';

const SECRET = '沪长结字第2020-000001号';
const VIEW = 'lake.marriage_certificate_reissued';
const DENIED = { code: '42501' };

let databases: LakeDatabase;
let analyst: Database;
let owner: Database;
let roles: ReaderRoles;

beforeAll(async () => {
  databases = await lakeDatabase('masking-attacks');
  roles = new ReaderRoles(databases.test.url('analyst'));
  analyst = databases.as('analyst');
  owner = databases.as('minhai_owner');
  await storeEvents(owner, [
    {
      eventType: typeNamed('marriage.certificate.reissued'),
      data: { certWordNo: SECRET, originalWordNo: SECRET, holder: 'per_secret', officeRegion: '310105' },
      subject: SECRET,
      reason: 'secret reason',
      actor: 'secret actor',
    },
    {
      eventType: typeNamed('eldercare.institution.closed'),
      data: { institutionId: 'INST-1', reason: 'public', residentsTransferredTo: null },
      subject: 'INST-1',
      reason: 'secret reason',
      actor: 'secret actor',
      sensitivity: 3,
    },
    {
      eventType: typeNamed('eldercare.institution.closed'),
      data: { institutionId: 'INST-2', reason: 'public', residentsTransferredTo: null },
      subject: 'INST-2',
      reason: 'plain reason',
    },
  ]);
  await owner.query(
    `CREATE FUNCTION lake.leak(value text) RETURNS boolean LANGUAGE plpgsql COST 0.0001 AS $$
     BEGIN RAISE EXCEPTION 'leaked %', value; END $$`,
  );
  await owner.query('GRANT EXECUTE ON FUNCTION lake.leak(text) TO analyst');
});

afterAll(async () => {
  await roles.drop();
  await databases.drop();
});

const messageOf = async (query: Promise<unknown>): Promise<string> => {
  try {
    return JSON.stringify(await query);
  } catch (error) {
    return (error as Error).message;
  }
};

describe('masking', () => {
  it('given an analyst, then subject, free texts and personal columns are masked, and a level raised by the publisher counts', async () => {
    expect(
      await analyst.query(`SELECT v.subject, v.reason, v.actor, v.holder, v.office_region FROM ${VIEW} v`),
    ).toEqual([{ subject: '***', reason: '***', actor: '***', holder: '***', office_region: '310105' }]);
    const closed = `SELECT v.subject, v.reason, v.data_reason FROM lake.eldercare_institution_closed v ORDER BY v.subject`;
    expect(await analyst.query(closed)).toEqual([
      { subject: 'INST-1', reason: '***', data_reason: 'public' },
      { subject: 'INST-2', reason: 'plain reason', data_reason: 'public' },
    ]);
  });

  it('given a condition on a masked column, then it acts on the mask and finds nothing', async () => {
    for (const condition of [
      `v.holder = 'per_secret'`,
      `v.holder LIKE 'per%'`,
      `v.subject = '${SECRET}'`,
      `length(v.holder) > 3`,
    ])
      expect(await analyst.query(`SELECT v.id FROM ${VIEW} v WHERE ${condition}`)).toEqual([]);
    expect(await analyst.query(`SELECT v.id FROM ${VIEW} v WHERE v.holder = '***'`)).toHaveLength(1);
  });

  it('given grouping, joining and ordering by a masked column, then only the mask is seen', async () => {
    const grouped = await analyst.query(`SELECT v.holder, count(*) AS n FROM ${VIEW} v GROUP BY v.holder`);
    expect(grouped).toEqual([{ holder: '***', n: 1 }]);
    const guess = `SELECT v.id FROM ${VIEW} v JOIN (VALUES ('per_secret')) AS g(guess) ON g.guess = v.holder`;
    expect(await analyst.query(guess)).toEqual([]);
  });

  it('given a function that tells what it is handed, then it is handed the mask', async () => {
    const told = await messageOf(analyst.query(`SELECT 1 FROM ${VIEW} v WHERE lake.leak(v.holder)`));
    expect(told).toContain('leaked ***');
  });

  // Without the barrier the planner asks the cheapest condition first, on rows of all types.
  it('given such a function on a column another type masks, then rows of that type never reach it', async () => {
    const where = `WHERE lake.leak(v.subject)`;
    const query = `SELECT 1 FROM lake.eldercare_bed_changed v ${where}`;
    expect(await messageOf(analyst.query(query))).toBe('[]');
    await owner.query(
      `CREATE VIEW lake.no_barrier AS SELECT e.subject FROM lake.event e WHERE e.schema_id = 0`,
    );
    await owner.query('GRANT SELECT ON lake.no_barrier TO analyst');
    expect(await messageOf(analyst.query(`SELECT 1 FROM lake.no_barrier v ${where}`))).toContain('leaked');
  });

  it('given a cast whose error quotes the value, then rows of other types are not quoted', async () => {
    const query = `SELECT 1 FROM lake.eldercare_institution_closed v WHERE v.subject::integer = 1`;
    expect(await messageOf(analyst.query(query))).toMatch(/INST-[12]/);
    expect(await messageOf(analyst.query(`SELECT 1 FROM ${VIEW} v WHERE v.subject::integer = 1`))).toContain(
      '***',
    );
  });

  it('given a search path of the reader’s own, then the views still call PostgreSQL’s functions', async () => {
    await owner.query('CREATE SCHEMA scratch');
    await owner.query('GRANT USAGE ON SCHEMA scratch TO analyst');
    await owner.query(
      `CREATE FUNCTION scratch.get_byte(bytes bytea, place integer) RETURNS integer LANGUAGE plpgsql AS $$
       BEGIN RAISE EXCEPTION 'stolen %', encode(bytes, 'escape'); END $$`,
    );
    const asThief = (query: string): Promise<string> =>
      messageOf(
        analyst.transaction(async (tx) => {
          await tx.query('SET LOCAL search_path = scratch, pg_catalog');
          return tx.query(query);
        }),
      );
    expect(await asThief(`SELECT get_byte('a'::bytea, 0)`)).toBe('stolen a');
    expect(await asThief(`SELECT v.holder FROM ${VIEW} v`)).toBe('[{"holder":"***"}]');
  });

  it('given the tables, the statistics and the owner’s role, then an analyst gets none of them', async () => {
    await owner.query('ANALYZE lake.event');
    for (const sql of [
      'SELECT 1 FROM lake.event',
      'SELECT 1 FROM lake.event_2020',
      'SET ROLE minhai_owner',
      'SET ROLE minhai_personal',
    ])
      await expect(analyst.query(sql)).rejects.toMatchObject(DENIED);
    const statistics = `SELECT 1 FROM pg_stats s WHERE s.schemaname = 'lake' AND s.tablename LIKE 'event%'`;
    expect(await analyst.query(statistics)).toEqual([]);
  });

  it('given a member of the group, then it reads everything; one that does not inherit, only after SET ROLE', async () => {
    const whole = [{ holder: 'per_secret', subject: SECRET, reason: 'secret reason' }];
    const query = `SELECT v.holder, v.subject, v.reason FROM ${VIEW} v`;
    const [inheriting, other] = [await roles.granted(), await roles.granted(false)];
    expect(await inheriting.query(query)).toEqual(whole);
    expect(await inheriting.query(`SELECT v.id FROM ${VIEW} v WHERE v.holder = 'per_secret'`)).toHaveLength(
      1,
    );
    await expect(other.query(query)).rejects.toMatchObject(DENIED);
    await other.query('SET ROLE minhai_personal');
    expect(await other.query(query)).toEqual(whole);
  });
});
