import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RetryableError } from '@minhai/errors';
import { testDatabase, type TestDatabase } from '@minhai/testing';
import fc from 'fast-check';
import {
  CopyRows,
  UNIQUE_VIOLATION,
  bulkStatement,
  migrate,
  openDatabase,
  sqlMigration,
  type Database,
} from './index.js';

const migrations = [
  {
    name: 'spec',
    migrations: [
      sqlMigration(
        'CreateSample',
        1700000000001,
        [
          `CREATE TABLE spec.sample (n int8 PRIMARY KEY, id uuid, label text, small int2, whole int4, big int8,
             bytes bytea, at timestamptz, day date, flag bool)`,
          'GRANT USAGE ON SCHEMA spec TO minhai_lake',
          'GRANT SELECT, INSERT, UPDATE, DELETE ON spec.sample TO minhai_lake',
        ],
        ['DROP TABLE spec.sample'],
      ),
    ],
  },
];

const insertSamples = bulkStatement(
  'spec.insert-samples',
  {
    n: 'int8',
    id: 'uuid',
    label: 'text',
    small: 'int2',
    whole: 'int4',
    big: 'int8',
    bytes: 'bytea',
    at: 'timestamptz',
    day: 'date',
    flag: 'bool',
  },
  (rows, columns) =>
    `INSERT INTO spec.sample (${columns}) SELECT ${columns} FROM ${rows} ON CONFLICT (n) DO NOTHING`,
);

const text = fc.string({ unit: 'binary' }).filter((value) => !value.includes('\0') && value.isWellFormed());
const sample = fc.record({
  id: fc.uuid(),
  label: fc.option(text),
  small: fc.option(fc.integer({ min: -32_768, max: 32_767 })),
  whole: fc.option(fc.integer()),
  big: fc.option(fc.maxSafeInteger()),
  bytes: fc.option(fc.uint8Array().map((bytes) => Buffer.from(bytes))),
  at: fc.option(fc.integer({ min: Date.parse('1900-01-01'), max: Date.parse('2200-01-01') })),
  day: fc.option(
    fc
      .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  ),
  flag: fc.option(fc.boolean()),
});
type Sample = typeof sample extends fc.Arbitrary<infer T> ? T : never;

const columnsOf = (samples: readonly Sample[]) => ({
  n: samples.map((_, i) => i),
  ...(Object.fromEntries(
    ['id', 'label', 'small', 'whole', 'big', 'bytes', 'at', 'day', 'flag'].map((name) => [
      name,
      samples.map((one) => one[name as keyof Sample]),
    ]),
  ) as { [K in keyof Sample]: Sample[K][] }),
});

const COPIED = ['n', 'id', 'label', 'small', 'whole', 'big', 'bytes', 'at'] as const;
const copied = sample.map(({ id, label, small, whole, big, bytes, at }) => ({
  ...{ id, label, small: small ?? 0, whole: whole ?? 0, big, bytes, at: at ?? 0 },
}));

function copyRows(
  samples: readonly (typeof copied extends fc.Arbitrary<infer T> ? T : never)[],
  bytes: number,
) {
  const rows = new CopyRows(COPIED, bytes);
  samples.forEach((one, n) => {
    rows.row();
    rows.int8(n);
    rows.uuid(one.id);
    rows.text(one.label);
    rows.int2(one.small);
    rows.int4(one.whole);
    rows.int8(one.big);
    rows.bytes(one.bytes);
    rows.timestamptz(one.at);
  });
  return rows;
}

describe('PostgreSQL', () => {
  let created: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    created = await testDatabase({ name: 'postgres', migrations });
    database = openDatabase({ url: created.url('minhai_lake'), applicationName: 'spec', maxConnections: 3 });
  });

  afterAll(async () => {
    await database.close();
    await created.drop();
  });

  it('given any typed rows with NULLs, when written as binary arrays, then they read back equal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sample, { maxLength: 40 }), async (samples) => {
        await database.query('DELETE FROM spec.sample');
        await database.prepared(insertSamples, insertSamples.bind(columnsOf(samples)));
        const rows = await database.query<Sample & { n: number }>('SELECT * FROM spec.sample ORDER BY n');
        expect(rows.map(({ n: _, ...row }) => row)).toEqual(samples);
      }),
      { numRuns: 60 },
    );
  });

  it('given any rows with NULLs, when copied in, then they read back equal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(copied, { maxLength: 40 }), fc.nat(4_000), async (samples, expectedBytes) => {
        await database.query('DELETE FROM spec.sample');
        const rows = copyRows(samples, expectedBytes);
        await database.transaction((tx) => tx.copyIn('spec.sample', rows));
        const stored = await database.query(`SELECT ${COPIED.join(', ')} FROM spec.sample ORDER BY n`);
        expect(stored).toEqual(samples.map((one, n) => ({ n, ...one })));
      }),
      { numRuns: 60 },
    );
  });

  it('given a row that is there already, when copied in, then nothing stays and the connection is good for more', async () => {
    const rows = () => copyRows([fc.sample(copied, 1)[0]!], 0);
    await database.query('DELETE FROM spec.sample');
    await database.transaction((tx) => tx.copyIn('spec.sample', rows()));
    const again = database.transaction(async (tx) => {
      await tx.query('INSERT INTO spec.sample (n) VALUES (7)');
      await tx.copyIn('spec.sample', rows());
    });
    await expect(again).rejects.toMatchObject({ code: UNIQUE_VIOLATION });
    expect(await database.query('SELECT n FROM spec.sample')).toEqual([{ n: 0 }]);
    await expect(database.transaction((tx) => tx.copyIn('spec.migration', rows()))).rejects.toThrow(
      /does not exist/,
    );
    await database.transaction((tx) => tx.query('SELECT 1'));
  });

  it('given a backend that is terminated, when copying in, then a RetryableError comes out', async () => {
    const work = database.transaction(async (tx) => {
      const [row] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await database.query('SELECT pg_terminate_backend($1)', [row!.pid]);
      await tx.copyIn('spec.sample', copyRows([], 0));
    });
    await expect(work).rejects.toBeInstanceOf(RetryableError);
    await database.ping();
  });

  it.each<[string, (rows: CopyRows) => void]>([
    ['text', (rows) => rows.text(7 as never)],
    ['int2', (rows) => rows.int2(40_000)],
    ['int4', (rows) => rows.int4(1.5)],
    ['int8', (rows) => rows.int8(2 ** 53)],
    ['timestamptz', (rows) => rows.timestamptz(Number.NaN)],
    ['uuid', (rows) => rows.uuid('0195b2a0-6c00-7000-8000-00000000000g')],
    ['uuid', (rows) => rows.uuid('0195b2a06c00700080000000000000010000')],
    ['uuid', (rows) => rows.uuid('------------------------------------')],
  ])('given what is no %s, when written to a row, then it is a TypeError', (_type, write) => {
    expect(() => write(new CopyRows(['n'], 0))).toThrow(TypeError);
  });

  it('given an error inside a transaction, then nothing of it stays', async () => {
    await database.query('DELETE FROM spec.sample');
    const work = database.transaction(async (tx) => {
      await tx.query('INSERT INTO spec.sample (n) VALUES (1)');
      throw new Error('stop');
    });
    await expect(work).rejects.toThrow('stop');
    expect(await database.query('SELECT n FROM spec.sample')).toEqual([]);
  });

  it('given statements before the last has ended, then they run in the order they were given', async () => {
    const order = await database.transaction(async (tx) => {
      await tx.query('CREATE TEMPORARY SEQUENCE turn');
      const slow = tx.query<{ n: number }>(`SELECT nextval('turn') AS n FROM pg_sleep(0.05)`);
      const asked = [slow, ...[1, 2, 3].map(() => tx.query<{ n: number }>(`SELECT nextval('turn') AS n`))];
      const rows = await Promise.all(asked);
      await tx.query('DROP SEQUENCE turn');
      return rows.map(([row]) => row!.n);
    });
    expect(order).toEqual([1, 2, 3, 4]);
  });

  it('given one of them fails, then the work fails with it, nothing stays, and the connection is good for more', async () => {
    const failing = database.transaction((tx) =>
      Promise.all([
        tx.query(`INSERT INTO spec.sample (n) VALUES (880001)`),
        tx.query('SELECT 1 / 0'),
        tx.query(`INSERT INTO spec.sample (n) VALUES (880002)`),
      ]),
    );
    await expect(failing).rejects.toMatchObject({ message: expect.stringContaining('division by zero') });
    expect(await database.query('SELECT n FROM spec.sample WHERE n > 880000')).toEqual([]);
    await database.transaction((tx) => tx.query('SELECT 1'));
  });

  it('given a backend that is terminated in mid-transaction, then a RetryableError comes out and the pool still works', async () => {
    const work = database.transaction(async (tx) => {
      const [{ pid }] = (await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')) as [
        { pid: number },
      ];
      await database.query('SELECT pg_terminate_backend($1)', [pid]);
      await tx.query('SELECT 1');
    });
    await expect(work).rejects.toBeInstanceOf(RetryableError);
    await database.ping();
  });

  it('given two transactions that deadlock, when retries are allowed, then both succeed', async () => {
    await database.query('DELETE FROM spec.sample');
    await database.query('INSERT INTO spec.sample (n, whole) VALUES (1, 0), (2, 0)');
    const bump = (first: number, second: number) =>
      database.transaction(
        async (tx) => {
          await tx.query('UPDATE spec.sample SET whole = whole + 1 WHERE n = $1', [first]);
          await tx.query('SELECT pg_sleep(0.2)');
          await tx.query('UPDATE spec.sample SET whole = whole + 1 WHERE n = $1', [second]);
        },
        { retries: 3 },
      );
    await Promise.all([bump(1, 2), bump(2, 1)]);
    expect(await database.query('SELECT n, whole FROM spec.sample ORDER BY n')).toEqual([
      { n: 1, whole: 2 },
      { n: 2, whole: 2 },
    ]);
  });

  it('given four migrators at once, then each migration ran once', async () => {
    const again = [
      {
        name: 'spec',
        migrations: [
          ...migrations[0]!.migrations,
          sqlMigration('AddNote', 1700000000002, ['ALTER TABLE spec.sample ADD note text'], []),
        ],
      },
    ];
    const ran = await Promise.all(
      Array.from({ length: 4 }, () => migrate(created.url('minhai_owner'), again)),
    );
    expect(ran.flat()).toEqual(['AddNote1700000000002']);
  });

  it('given a service role, then it cannot create or read what was not granted', async () => {
    await expect(database.query('CREATE TABLE spec.other (n int)')).rejects.toThrow(/permission denied/);
    await expect(database.query('SELECT * FROM spec.migration')).rejects.toThrow(/permission denied/);
  });
});
