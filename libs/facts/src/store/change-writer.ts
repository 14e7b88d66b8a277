import { CrashError } from '@minhai/errors';
import type { Transaction } from '@minhai/postgres';
import { countedRow, type CellSum, type CountedRow } from '../core/cells.js';
import type { FactRow, Finding } from '../core/definition.js';
import { canonicalJson } from '../core/identity.js';
import type { EntityRevision, Known, KnownInterval, Revision } from '../core/revision.js';
import type { FactStatements } from './statements.js';

/** How many rows and findings were added, and how many ended or went. */
export interface ChangeCounts {
  readonly rowsOpened: number;
  readonly rowsClosed: number;
  readonly findingsOpened: number;
  readonly findingsClosed: number;
}

interface Owned<T> {
  readonly fact: number;
  readonly entity: string;
  readonly interval: T;
}

/** Collected revisions of one table. */
class Collected<T> {
  readonly opened: Owned<Known<T>>[] = [];
  readonly retimed: Owned<KnownInterval & { sign: number }>[] = [];
  readonly dropped: Owned<KnownInterval & { sign: number }>[] = [];

  add(fact: number, entity: string, revision: Revision<T>): void {
    for (const interval of revision.opened) this.opened.push({ fact, entity, interval });
    for (const { knownUntilBefore, ...interval } of revision.retimed) {
      const sign = interval.knownUntil === null ? 1 : knownUntilBefore === null ? -1 : 0;
      this.retimed.push({ fact, entity, interval: { ...interval, sign } });
    }
    for (const interval of revision.dropped) {
      this.dropped.push({
        fact,
        entity,
        interval: { ...interval, sign: interval.knownUntil === null ? -1 : 0 },
      });
    }
  }
}

const names = (entries: readonly Owned<KnownInterval>[]) => ({
  fact: entries.map(({ fact }) => fact),
  entity: entries.map(({ entity }) => entity),
  id: entries.map(({ interval }) => interval.id),
  known_from: entries.map(({ interval }) => interval.knownFrom),
});

const intervals = (entries: readonly Owned<KnownInterval>[]) => ({
  ...names(entries),
  known_until: entries.map(({ interval }) => interval.knownUntil),
});

/** Collects what changes in rows and findings, writes it table by table, and adds it up for the cells. */
export class ChangeWriter {
  private readonly rows = new Collected<FactRow>();
  private readonly findings = new Collected<Finding>();

  constructor(
    private readonly tx: Transaction,
    private readonly statements: FactStatements,
    private readonly cells: CellSum,
  ) {}

  add(fact: number, entity: string, revision: EntityRevision): void {
    this.rows.add(fact, entity, revision.rows);
    this.findings.add(fact, entity, revision.findings);
  }

  async flush(): Promise<ChangeCounts> {
    await this.writeRows();
    await this.writeFindings();
    return {
      rowsOpened: this.rows.opened.length,
      rowsClosed: this.rows.retimed.length + this.rows.dropped.length,
      findingsOpened: this.findings.opened.length,
      findingsClosed: this.findings.retimed.length + this.findings.dropped.length,
    };
  }

  private async writeRows(): Promise<void> {
    const { opened, retimed, dropped } = this.rows;
    const { retimeRows, dropRows } = this.statements;
    const sign = (entries: typeof retimed) => entries.map(({ interval }) => interval.sign);
    if (retimed.length > 0)
      await this.recount(retimeRows, retimeRows.bind({ ...intervals(retimed), sign: sign(retimed) }));
    if (dropped.length > 0)
      await this.recount(dropRows, dropRows.bind({ ...names(dropped), sign: sign(dropped) }));
    await this.insertRows(opened);
  }

  /** Takes changed rows out of the cells, or puts them back, by the content that comes back from the table. */
  private async recount(
    statement: FactStatements['retimeRows' | 'dropRows'],
    columns: Buffer[],
  ): Promise<void> {
    const expected = columns[0]!.readInt32BE(12);
    const rows = await this.tx.prepared<CountedRow & { sign: -1 | 0 | 1 }>(statement, columns);
    if (rows.length !== expected)
      throw new CrashError('HANDLER_ERROR', `${expected - rows.length} fact rows vanished while held`);
    for (const row of rows) if (row.sign !== 0) this.cells.add(row, row.sign);
  }

  private async insertRows(opened: readonly Owned<Known<FactRow>>[]): Promise<void> {
    if (opened.length === 0) return;
    const counted = opened.map(({ interval }) => countedRow(interval.value));
    opened.forEach(({ interval }, i) => interval.knownUntil === null && this.cells.add(counted[i]!, 1));
    const { insertRows } = this.statements;
    await this.tx.prepared(
      insertRows,
      insertRows.bind({
        ...intervals(opened),
        district: counted.map((row) => row.district),
        street: counted.map((row) => row.street),
        measure: counted.map((row) => row.measure),
        dims: counted.map((row) => row.dims),
        amount: counted.map((row) => row.amount),
        valid_from: counted.map((row) => row.validFrom),
        valid_until: counted.map((row) => row.validUntil),
        causes: opened.map(({ interval }) => interval.value.causes.join(',')),
      }),
    );
  }

  private async writeFindings(): Promise<void> {
    const { opened, retimed, dropped } = this.findings;
    const { retimeFindings, dropFindings } = this.statements;
    if (retimed.length > 0) await this.tx.prepared(retimeFindings, retimeFindings.bind(intervals(retimed)));
    if (dropped.length > 0) await this.tx.prepared(dropFindings, dropFindings.bind(names(dropped)));
    if (opened.length > 0) await this.insertFindings(opened);
  }

  private async insertFindings(opened: readonly Owned<Known<Finding>>[]): Promise<void> {
    const findings = opened.map(({ interval }) => interval.value);
    const { insertFindings } = this.statements;
    await this.tx.prepared(
      insertFindings,
      insertFindings.bind({
        ...intervals(opened),
        district: findings.map((finding) => finding.district),
        street: findings.map((finding) => finding.street),
        rule: findings.map((finding) => finding.rule),
        severity: findings.map((finding) => finding.severity),
        detail: findings.map((finding) => canonicalJson(finding.detail)),
        causes: findings.map((finding) => finding.causes.join(',')),
      }),
    );
  }
}
