import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lakeDatabase, type LakeDatabase } from './fixtures/lake-database.fixture.spec.js';

let databases: LakeDatabase;
beforeAll(async () => {
  databases = await lakeDatabase('grants');
});
afterAll(() => databases.drop());

const DENIED = { code: '42501' };

describe('grants of the lake', () => {
  it.each([
    ['minhai_lake', 'UPDATE lake.event SET reason = NULL'],
    ['minhai_lake', 'DELETE FROM lake.event'],
    ['minhai_lake', 'TRUNCATE lake.event'],
    ['minhai_lake', 'DELETE FROM lake.quarantine'],
    ['minhai_lake', 'UPDATE lake.receipt SET event_id = event_id'],
    ['minhai_lake', 'CREATE TABLE lake.extra (a int)'],
    ['minhai_lake', 'DELETE FROM lake.daily_outcome'],
    ['minhai_gateway', 'SELECT 1 FROM lake.daily_outcome'],
    ['minhai_gateway', 'SELECT 1 FROM lake.event'],
    ['minhai_gateway', 'SELECT 1 FROM lake.accepted_event'],
    ['minhai_metrics', 'SELECT 1 FROM lake.event'],
    ['minhai_metrics', 'SELECT 1 FROM lake.quarantine'],
    ['analyst', 'SELECT 1 FROM lake.quarantine'],
    ['analyst', 'SELECT 1 FROM lake.accepted_event'],
    ['analyst', 'SELECT 1 FROM lake.event'],
    ['minhai_gateway', 'SELECT 1 FROM lake.marriage_registered'],
    ['minhai_metrics', 'SELECT 1 FROM lake.marriage_registered'],
  ] as const)('given %s, when it runs %s, then it is denied', async (role, sql) => {
    await expect(databases.as(role).query(sql)).rejects.toMatchObject(DENIED);
  });

  it.each([
    ['minhai_gateway', 'receipt_status'],
    ['minhai_gateway', 'reconciliation'],
    ['minhai_gateway', 'reconciliation_held'],
    ['minhai_metrics', 'accepted_event'],
    ['minhai_metrics', 'partition_position'],
    ['minhai_metrics', 'held_event'],
    ['analyst', 'quarantine_entry'],
    ['analyst', 'marriage_registered'],
    ['minhai_owner', 'marriage_registered'],
  ] as const)('given %s, when it reads %s, then it may', async (role, view) => {
    await expect(databases.as(role).query(`SELECT * FROM lake.${view}`)).resolves.toEqual([]);
  });
});
