import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate, openDatabase, type Database } from '@minhai/postgres';
import { testDatabase, type TestDatabase } from '@minhai/testing';
import { idOf } from '../fixtures/candidates.fixture.spec.js';
import { migrations, schemaName } from '../migrations.js';
import { CreateDailyOutcome } from './daily-outcome.migration.js';
import { CreateReceiptPublication } from './receipt-publication.migration.js';

const NEW = [CreateReceiptPublication, CreateDailyOutcome];
const SOURCE = 'urn:mca:310105:eldercare';

let test: TestDatabase;
let owner: Database;

beforeAll(async () => {
  const before = migrations.filter((each) => !NEW.includes(each));
  test = await testDatabase({ name: 'backfill', migrations: [{ name: schemaName, migrations: before }] });
  owner = openDatabase({ url: test.url('minhai_owner'), applicationName: 'spec' });
});
afterAll(async () => {
  await owner.close();
  await test.drop();
});

/** A lake as it was before: two days, all four outcomes, one record of nobody's. */
async function fillAsBefore(): Promise<void> {
  await owner.query(`INSERT INTO lake.schema VALUES (7, 'cn.gov.mca.a.b', 1)`);
  await owner.query(
    `INSERT INTO lake.event (id, position, time, recorded_time, accepted_at, partition_no, schema_id, sensitivity,
       domain, source, subject, region_id, content_hash, payload)
     SELECT row.id, row.n, now(), now(), row.at, 0, 7, 1, 'eldercare', '${SOURCE}', 's', '310105', '', ''
     FROM unnest($1::uuid[], $2::int[], $3::timestamptz[]) AS row(id, n, at)`,
    [
      [idOf('a'), idOf('b')],
      [1, 2],
      ['2026-03-01T23:59:59+08:00', '2026-03-02T00:00:00+08:00'],
    ],
  );
  await owner.query(
    `INSERT INTO lake.receipt VALUES ('t', 0, 2, 'eldercare', $1, '${SOURCE}', 'duplicate', '2026-03-02T08:00:00+08:00')`,
    [idOf('a')],
  );
  await owner.query(
    `INSERT INTO lake.quarantine (topic, partition_no, record_offset, domain, code, pointer, message, problems,
       cause_class, source, type, produced_at, received_at, record_headers)
     SELECT 't', 0, row.n, 'eldercare', row.code, '', '', '[]', 'record', row.source, NULL, now(),
            '2026-03-02T08:00:00+08:00', ''
     FROM unnest($1::int[], $2::text[], $3::text[]) AS row(n, code, source)`,
    [
      [3, 4, 5],
      ['FRAME', 'ID_CONFLICT', 'FRAME'],
      [SOURCE, SOURCE, 'urn:mca:nobody'],
    ],
  );
  await owner.query(
    `INSERT INTO lake.intake_partition (domain, partition_no, epoch, next_offset, position) VALUES ('eldercare', 0, 3, 6, 2)`,
  );
}

describe('CreateDailyOutcome', () => {
  it('given a lake with a past, then its days are counted, old processes are fenced and no old receipt is sent', async () => {
    await fillAsBefore();
    await migrate(test.url('minhai_owner'), [{ name: schemaName, migrations }]);
    const counted = await owner.query(
      `SELECT r.day, r.source, r.type, r.status, r.code, r.records FROM lake.reconciliation r ORDER BY 1, 2, 3, 4`,
    );
    expect(counted.map((row) => Object.values(row))).toEqual([
      ['2026-03-01', SOURCE, 'cn.gov.mca.a.b', 'accepted', null, 1],
      ['2026-03-02', SOURCE, 'cn.gov.mca.a.b', 'accepted', null, 1],
      ['2026-03-02', SOURCE, 'cn.gov.mca.a.b', 'duplicate', null, 1],
      ['2026-03-02', SOURCE, null, 'conflict', 'ID_CONFLICT', 1],
      ['2026-03-02', SOURCE, null, 'quarantined', 'FRAME', 1],
      ['2026-03-02', null, null, 'quarantined', 'FRAME', 1],
    ]);
    const held = await owner.query(
      `SELECT h.source FROM lake.reconciliation_held h ORDER BY h.quarantine_id`,
    );
    expect(held.map((row) => row['source'])).toEqual([SOURCE, SOURCE, null]);
    const [place] = await owner.query(
      `SELECT p.epoch, r.position, r.next_offset FROM lake.intake_partition p
       JOIN lake.receipt_publication r USING (domain, partition_no)`,
    );
    expect(place).toEqual({ epoch: 4, position: 2, next_offset: 6 });
  });
});
