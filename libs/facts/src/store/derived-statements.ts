import { bulkStatement } from '@minhai/postgres';
import { CELL_KEY, INTERVAL, KEY, NAME, numbered, sameName } from './statement-parts.js';

const REACH = { ...KEY, since: 'timestamptz' } as const;
const END = { ...KEY, id: 'uuid', known_until: 'timestamptz' } as const;
const CONTENT =
  't.measure, t.district, t.street, t.dims, t.amount, t.valid_from AS "validFrom", t.valid_until AS "validUntil"';

/** Milliseconds as the number they are: a double holds them exactly, and no timestamp text needs parsing. */
const epochMs = (column: string): string => `(date_part('epoch', ${column}) * 1000)::int8`;

/** A uuid as rows and findings are named here: its hexadecimal digits. */
const digits = (column: string): string => `replace(${column}::text, '-', '')`;

const intervalsOf = (table: string, idColumn: string) => (rows: string) =>
  `SELECT rows.number, t.id, ${epochMs('t.known_from')} AS "knownFrom", ${epochMs('t.known_until')} AS "knownUntil"
  FROM ${numbered(rows)}, LATERAL (
    SELECT ${digits(idColumn)} AS id, known_from, known_until FROM ${table} t
    WHERE t.fact = rows.fact AND t.entity = rows.entity AND (t.known_until IS NULL OR t.known_until >= rows.since) OFFSET 0) t`;

/** Ends what is held true now, of which there is one at most by an id; answers how many there were. */
const end = (table: string, idColumn: string) => (rows: string) =>
  `WITH ended AS (
    UPDATE ${table} t SET known_until = rows.known_until FROM ${rows}
    WHERE t.fact = rows.fact AND t.entity = rows.entity AND t.${idColumn} = rows.id AND t.known_until IS NULL RETURNING 1
  ) SELECT count(*) AS ended FROM ended`;

/** Changed rows come back with the number of their request and the content that only the table has. */
export const rowStatements = (schema: string) => ({
  rowIntervals: bulkStatement(`${schema}.row_intervals`, REACH, intervalsOf(`${schema}.fact_row`, 'row_id')),
  retimeRows: bulkStatement(
    `${schema}.retime_rows`,
    INTERVAL,
    (rows) => `UPDATE ${schema}.fact_row t SET known_until = rows.known_until FROM ${numbered(rows)}
      WHERE ${sameName('row_id')} RETURNING rows.number, ${CONTENT}`,
  ),
  dropRows: bulkStatement(
    `${schema}.drop_rows`,
    NAME,
    (rows) =>
      `DELETE FROM ${schema}.fact_row t USING ${numbered(rows)} WHERE ${sameName('row_id')} RETURNING rows.number, ${CONTENT}`,
  ),
  endRows: bulkStatement(`${schema}.end_rows`, END, end(`${schema}.fact_row`, 'row_id')),
});

export const findingStatements = (schema: string) => ({
  findingIntervals: bulkStatement(
    `${schema}.finding_intervals`,
    REACH,
    intervalsOf(`${schema}.finding`, 'finding_id'),
  ),
  retimeFindings: bulkStatement(
    `${schema}.retime_findings`,
    INTERVAL,
    (rows) =>
      `UPDATE ${schema}.finding t SET known_until = rows.known_until FROM ${rows} WHERE ${sameName('finding_id')}`,
  ),
  endFindings: bulkStatement(`${schema}.end_findings`, END, end(`${schema}.finding`, 'finding_id')),
  dropFindings: bulkStatement(
    `${schema}.drop_findings`,
    NAME,
    (rows) => `DELETE FROM ${schema}.finding t USING ${rows} WHERE ${sameName('finding_id')}`,
  ),
});

export const cellStatements = (schema: string) => ({
  /**
   * Answers the cells that were not there, and those that came to nothing; a statement cannot delete what it has just
   * updated. A row version that nobody locked or updated has no xmax: it was inserted here.
   */
  addToCells: bulkStatement(
    `${schema}.add_to_cells`,
    { ...CELL_KEY, amount: 'int8' },
    (rows, names) => `WITH added AS (
        INSERT INTO ${schema}.cell AS t (${names}) SELECT ${names} FROM ${rows}
        ON CONFLICT (measure, district, street, dims, day) DO UPDATE SET amount = t.amount + excluded.amount
        RETURNING t.measure, t.district, t.street, t.dims, t.day, t.amount = 0 AS empty, t.xmax = 0 AS begun
      ) SELECT measure, district, street, dims, day, empty FROM added WHERE empty OR begun`,
  ),
  deleteCells: bulkStatement(
    `${schema}.delete_cells`,
    CELL_KEY,
    (
      rows,
    ) => `DELETE FROM ${schema}.cell t USING ${rows} WHERE t.measure = rows.measure AND t.district = rows.district
      AND t.street = rows.street AND t.dims = rows.dims AND t.day = rows.day AND t.amount = 0`,
  ),
});
