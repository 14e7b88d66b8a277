import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { repositoryRoot } from './support/command.js';
import { startInstance, type TestInstance } from './support/instance.js';

const SOME_ROWS_HAD_PROBLEMS = 3;
const shipped = (path: string): string => join(repositoryRoot, 'deploy/import', path);

const INSTITUTIONS = {
  mapping: shipped('institutions/mapping.yaml'),
  xlsx: shipped('institutions/institutions.xlsx'),
  csv: shipped('institutions/institutions-gb18030.csv'),
  events: 13,
  problems: [
    [8, 'CODELIST', '运营方式'],
    [9, 'FIELD_TYPE', '开业日期'],
    [10, 'USCI_FORMAT', '统一社会信用代码'],
    [11, 'FIELD_TYPE', '护理型床位'],
  ],
};
const MARRIAGES = {
  mapping: shipped('marriages/mapping.yaml'),
  csv: shipped('marriages/marriages.csv'),
  events: 4,
};

interface Summary {
  readonly rows: number;
  readonly events: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly conflict: number;
  readonly held: number;
  readonly refused: number;
  readonly pending: number;
  readonly repeatedRows: readonly number[];
  readonly problems: readonly { row: number; code: string; columns: readonly string[]; en: string }[];
}

describe('a department imports its spreadsheets', () => {
  let instance: TestInstance;
  let folder: string;

  beforeAll(async () => {
    instance = await startInstance();
    folder = await mkdtemp(join(tmpdir(), 'minhai-import-'));
  });

  afterAll(async () => {
    await instance?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function importSheet(
    file: string,
    mapping: string,
    ...more: string[]
  ): Promise<{ code: number | null; summary: Summary }> {
    const result = await instance.minhai([
      ...['import', file, '--mapping', mapping, '--json'],
      ...['--problems', join(folder, 'problems'), ...more],
    ]);
    if (result.stdout === '') throw new Error(result.stderr);
    return { code: result.code, summary: JSON.parse(result.stdout) as Summary };
  }

  const receipts = async (): Promise<number> => {
    const [row] = await instance.lake.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM lake.receipt_status',
    );
    return row!.count;
  };
  const figures = async (): Promise<string> => {
    await instance.settled();
    return (await instance.minhai(['indicators', '--as-of', '2020-12-31', '--json'])).stdout;
  };
  const namesOf = ({ problems }: Summary) =>
    problems.map(({ row, code, columns }) => [row, code, ...columns]);

  it('given a dry run, then every row is judged and nothing is produced', async () => {
    const { code, summary } = await importSheet(INSTITUTIONS.xlsx, INSTITUTIONS.mapping, '--dry-run');
    expect(code).toBe(SOME_ROWS_HAD_PROBLEMS);
    expect(summary).toMatchObject({ rows: 9, events: INSTITUTIONS.events, accepted: 0, repeatedRows: [12] });
    expect(namesOf(summary)).toEqual(INSTITUTIONS.problems);
    expect(await receipts()).toBe(0);
  });

  it('given the list of institutions as .xlsx, then the good rows are in and the others in a copy', async () => {
    const { code, summary } = await importSheet(INSTITUTIONS.xlsx, INSTITUTIONS.mapping);
    expect(code).toBe(SOME_ROWS_HAD_PROBLEMS);
    expect(summary).toMatchObject({ accepted: INSTITUTIONS.events, held: 0, refused: 0, pending: 0 });
    const copy = await importSheet(join(folder, 'problems'), INSTITUTIONS.mapping, '--dry-run');
    expect(copy.summary.problems.map(({ code: found }) => found)).toEqual(
      INSTITUTIONS.problems.map(([, found]) => found),
    );
    expect(copy.summary.events).toBe(0);
  });

  it('given it again, and as CSV in GB18030, then all are duplicates and no figure moves', async () => {
    const before = await figures();
    for (const file of [INSTITUTIONS.xlsx, INSTITUTIONS.csv]) {
      const { summary } = await importSheet(file, INSTITUTIONS.mapping);
      expect(summary).toMatchObject({ accepted: 0, duplicate: INSTITUTIONS.events, conflict: 0 });
      expect(namesOf(summary)).toEqual(INSTITUTIONS.problems);
    }
    expect(await figures()).toBe(before);
  });

  it('given a row that says something else under its key, then it is a conflict with advice', async () => {
    const text = new TextDecoder('gb18030').decode(await readFile(INSTITUTIONS.csv));
    const changed = join(folder, 'changed.csv');
    await writeFile(changed, text.replaceAll('１２０,30', '１２０,31'));
    const { code, summary } = await importSheet(changed, INSTITUTIONS.mapping);
    expect(code).toBe(SOME_ROWS_HAD_PROBLEMS);
    expect(summary).toMatchObject({ accepted: 0, duplicate: INSTITUTIONS.events - 1, conflict: 1 });
    expect(summary.problems[0]).toMatchObject({ row: 4, code: 'ID_CONFLICT' });
    expect(summary.problems[0]?.en).toMatch(/correctionof [0-9a-f-]{36}/);
  });

  it('given the marriage register, then registrations are in and no name or number of a person is', async () => {
    const dry = await importSheet(MARRIAGES.csv, MARRIAGES.mapping, '--dry-run');
    expect(dry.summary.events).toBe(MARRIAGES.events);
    const { summary } = await importSheet(MARRIAGES.csv, MARRIAGES.mapping);
    expect(summary).toMatchObject({ accepted: MARRIAGES.events, held: 0, refused: 0 });
    expect(summary.problems.map(({ code }) => code)).toEqual(['FIELD_MISSING', 'CODELIST', 'RULE', 'RULE']);
    const again = await importSheet(MARRIAGES.csv, MARRIAGES.mapping);
    expect(again.summary).toMatchObject({ accepted: 0, duplicate: MARRIAGES.events });
    const copy = await readFile(join(folder, 'problems'), 'utf8');
    expect(copy).toMatch(/^\ufeff青浦区结婚登记台账/);
    expect(copy).toContain('女方户籍地未填,6,FIELD_MISSING,女方户籍地');
    expect(copy).not.toContain('J310118-2020-900001');
  });

  it('given samples and a generated load, then every one of them is taken', async () => {
    const sampled = await instance.minhai([
      'sample',
      'eldercare.bed.changed',
      '--count',
      '50',
      '--seed',
      '1',
    ]);
    const published = await instance.minhai(['publish', '-', '--json'], sampled.stdout);
    expect(JSON.parse(published.stdout)).toMatchObject({ read: 50, accepted: 50, refused: [], held: [] });
    const generated = await instance.minhai(['generate', '--rate', '200', '--seconds', '2', '--json']);
    expect(JSON.parse(generated.stdout)).toMatchObject({ sent: 400, accepted: 400, refused: 0 });
  });
});
