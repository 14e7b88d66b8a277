import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate, type Database } from '@minhai/postgres';
import fc from 'fast-check';
import { lakeDatabase, type LakeDatabase } from '../fixtures/lake-database.fixture.spec.js';
import { migrations, schemaName } from '../migrations.js';
import { eventViews } from './event-views.js';
import { probeCatalogue } from './probe-types.fixture.spec.js';
import { ReaderRoles } from './reader-roles.fixture.spec.js';
import { storeEvents } from './stored-events.fixture.spec.js';

let databases: LakeDatabase;
let roles: ReaderRoles;
let owner: Database;
let granted: Database;

const install = (versions: number): Promise<string[]> =>
  migrate(databases.test.url('minhai_owner'), [
    { name: schemaName, migrations, generated: () => eventViews(probeCatalogue(versions)) },
  ]);

beforeAll(async () => {
  databases = await lakeDatabase('reader-function');
  roles = new ReaderRoles(databases.test.url('analyst'));
  owner = databases.as('minhai_owner');
  granted = await roles.granted();
  await install(1);
});

afterAll(async () => {
  await roles.drop();
  await databases.drop();
});

const day = fc
  .date({ min: new Date('1800-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const long = fc.maxSafeInteger().map((value) => Math.trunc(value / 2) + 0);
const decimal = (digits: number, scale: number): fc.Arbitrary<string> =>
  fc
    .integer({ min: 1 - 10 ** digits, max: 10 ** digits - 1 })
    .map((unscaled) => (unscaled / 10 ** scale).toFixed(scale));
// PostgreSQL has no NUL in texts; the judgement refuses it before.
const text = fc.string({ unit: 'grapheme', maxLength: 200 }).filter((value) => !value.includes('\0'));

const payload = fc.record({
  yes: fc.boolean(),
  small: fc.integer(),
  large: long,
  text,
  day,
  area: decimal(12, 2),
  whole: decimal(9, 0),
  raw: fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes)),
  colour: fc.constantFrom('RED', 'BLUE'),
  perhaps: fc.option(day),
  numbers: fc.array(long, { maxLength: 5 }),
  members: fc.array(
    fc.record({
      personRef: text,
      relation: fc.option(text),
      shares: fc.array(fc.integer(), { maxLength: 3 }),
    }),
    { maxLength: 3 },
  ),
  secretArea: decimal(12, 2),
  order: text,
});

const snake = (data: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name === 'secretArea' ? 'secret_area' : name, value]),
  );

const VIEW = 'lake.probe_thing_measured';

describe('reader function', () => {
  it('given any payloads, then the view shows each as it was sent', async () => {
    const sent = fc.sample(payload, { numRuns: 500, seed: 20 });
    const [eventType] = probeCatalogue(1).all();
    await storeEvents(
      owner,
      sent.map((data) => ({ eventType: eventType!, data })),
    );
    const rows = await granted.query(`SELECT * FROM ${VIEW} v ORDER BY v.position`);
    expect(rows).toHaveLength(sent.length);
    rows.forEach((row, index) => expect(row).toMatchObject(snake(sent[index]!)));
  });

  it('given a second version, then both are read, the older with defaults, and what a class was raised for is masked', async () => {
    await install(2);
    const [eventType] = probeCatalogue(2).all();
    const [base] = fc.sample(payload, { numRuns: 1, seed: 7 });
    const members = [{ personRef: 'per_secret', relation: 'child', shares: [1] }];
    const newer = {
      ...base!,
      members,
      addedText: 'said',
      addedDay: '2021-01-01',
      addedOptional: 5,
      addedList: ['a'],
    };
    const [first] = await storeEvents(owner, [{ eventType: eventType!, version: 1, data: base! }]);
    const [second] = await storeEvents(owner, [{ eventType: eventType!, data: newer }]);
    const read = async (reader: Database, id: string): Promise<unknown> =>
      (await reader.query(`SELECT * FROM ${VIEW} v WHERE v.id = $1`, [id]))[0];
    expect(await read(granted, first!)).toMatchObject({
      ...snake(base!),
      added_text: 'none\\said',
      added_day: '2020-01-01',
      added_optional: null,
      added_list: [],
    });
    expect(await read(granted, second!)).toMatchObject({
      members,
      added_text: 'said',
      added_optional: 5,
      added_list: ['a'],
    });
    expect(await read(databases.as('analyst'), second!)).toMatchObject({
      text: '***',
      order: '***',
      secret_area: null,
      members: [{ personRef: '***', relation: 'child', shares: '***' }],
      numbers: base!.numbers,
    });
  });

  it.each([
    ['an endless varint', `'\\x' || repeat('ff', 100000)`],
    ['nothing but the frame', `'\\x'`],
    ['a count of 2^62', `'\\x' || repeat('00', 13) || 'feffffffffffffffff01'`],
    ['any bytes', `'\\x' || repeat('a7', 5000)`],
  ])('given %s instead of accepted bytes, then it ends with an error', async (_, bytes) => {
    const [eventType] = probeCatalogue(1).all();
    const frame = Buffer.alloc(5);
    frame.writeInt32BE(eventType!.latest.schemaId, 1);
    const query = `SELECT lake.read_probe_thing_measured($1::bytea || (${bytes})::bytea)`;
    await expect(owner.query(query, [frame])).rejects.toThrow();
  });

  it('given bytes cut short or changed anywhere, then it answers or fails, and always ends', async () => {
    const [eventType] = probeCatalogue(1).all();
    const [data] = fc.sample(payload, { numRuns: 1, seed: 11 });
    const bytes = eventType!.latest.encode(data!);
    await owner.query(
      `CREATE FUNCTION lake.attempt(p bytea) RETURNS boolean LANGUAGE plpgsql AS $$
       BEGIN PERFORM lake.read_probe_thing_measured(p); RETURN true; EXCEPTION WHEN OTHERS THEN RETURN false; END $$`,
    );
    const [row] = await owner.query<{ ended: number }>(
      `SELECT count(lake.attempt(CASE kind WHEN 0 THEN substring($1::bytea FROM 1 FOR place + 5)
         ELSE set_byte($1::bytea, place, (array[0, 127, 128, 255])[kind]) END))::int AS ended
       FROM generate_series(0, length($1::bytea) - 1) place, generate_series(0, 4) kind`,
      [bytes],
    );
    expect(row!.ended).toBe(bytes.length * 5);
  });
});
