import { CrashError } from '@minhai/errors';
import type { Transaction } from '@minhai/postgres';
import type { EntityGrowth, Growth } from '../core/append.js';
import { countedRow, type CellSum, type CountedRow } from '../core/cells.js';
import type { FactRow, Finding } from '../core/definition.js';
import { canonicalJson } from '../core/identity.js';
import type { EntityRevision, Known, KnownInterval, Revision } from '../core/revision.js';
import { movers } from './movers.js';
import type { FactStatements } from './statements.js';
import type { TouchedEntity } from './touched-entities.js';

/** How many rows and findings were added, and how many ended or went. */
export interface ChangeCounts {
  readonly rowsOpened: number;
  readonly rowsClosed: number;
  readonly findingsOpened: number;
  readonly findingsClosed: number;
}

/** Whose an interval is. */
export type Owner = Pick<TouchedEntity, 'number' | 'entity' | 'fresh' | 'linked'>;

interface Owned<I> {
  readonly owner: Owner;
  readonly interval: I;
}

type Named = Pick<KnownInterval, 'id'>;
/** `sign`: how a change of a stored interval counts in the cells. */
type Changed = KnownInterval & { readonly sign: -1 | 0 | 1 };

/** Collected changes of one table. */
class Collected<T> {
  readonly opened: Owned<Known<T>>[] = [];
  readonly retimed: Owned<Changed>[] = [];
  readonly dropped: Owned<Changed>[] = [];
  /** Of histories that just went on: what was held true and no longer is. */
  readonly ended: Owned<Growth<T>['ended'][number]>[] = [];

  add(owner: Owner, revision: Revision<T>): void {
    for (const interval of revision.opened) this.opened.push({ owner, interval });
    for (const { knownUntilBefore, ...interval } of revision.retimed) {
      const sign = interval.knownUntil === null ? 1 : knownUntilBefore === null ? -1 : 0;
      this.retimed.push({ owner, interval: { ...interval, sign } });
    }
    for (const interval of revision.dropped)
      this.dropped.push({ owner, interval: { ...interval, sign: interval.knownUntil === null ? -1 : 0 } });
  }

  grow(owner: Owner, { opened, ended }: Growth<T>): void {
    for (const interval of opened) this.opened.push({ owner, interval });
    for (const interval of ended) this.ended.push({ owner, interval });
  }

  get size(): number {
    return this.opened.length + this.closed;
  }

  get closed(): number {
    return this.retimed.length + this.dropped.length + this.ended.length;
  }
}

const ids = (entries: readonly Owned<Named>[]) => ({
  fact: entries.map(({ owner }) => owner.number),
  entity: entries.map(({ owner }) => owner.entity),
  id: entries.map(({ interval }) => interval.id),
});

const names = (entries: readonly Owned<KnownInterval>[]) => ({
  ...ids(entries),
  known_from: entries.map(({ interval }) => interval.knownFrom),
});

const ends = (entries: readonly Owned<Named & { readonly knownUntil: number | null }>[]) => ({
  known_until: entries.map(({ interval }) => interval.knownUntil),
});

const intervals = (entries: readonly Owned<KnownInterval>[]) => ({ ...names(entries), ...ends(entries) });

const causes = (entries: readonly Owned<{ readonly value: { readonly causes: readonly string[] } }>[]) => ({
  cause: entries.map(({ interval }) =>
    interval.value.causes.length === 1 ? interval.value.causes[0] : null,
  ),
  causes: entries.map(({ interval }) =>
    interval.value.causes.length === 1 ? null : `{${interval.value.causes.join(',')}}`,
  ),
});

/** Whole entities with so many rows and findings are sent at a time. */
const PORTION = 1_000;

/**
 * Collects what changes in rows and findings, writes it, and adds it up for the cells. PostgreSQL writes one portion
 * while the next is folded: `turn` lets it begin.
 */
export class ChangeWriter {
  private rows = new Collected<FactRow>();
  private findings = new Collected<Finding>();
  private readonly sent: Promise<void>[] = [];
  private readonly counts = { rowsOpened: 0, rowsClosed: 0, findingsOpened: 0, findingsClosed: 0 };

  constructor(
    private readonly tx: Transaction,
    private readonly statements: FactStatements,
    private readonly cells: CellSum,
  ) {}

  add(owner: Owner, revision: EntityRevision): void {
    this.rows.add(owner, revision.rows);
    this.findings.add(owner, revision.findings);
  }

  grow(owner: Owner, growth: EntityGrowth): void {
    this.rows.grow(owner, growth.rows);
    this.findings.grow(owner, growth.findings);
  }

  /** To be awaited after each entity; undefined while there is too little to send. */
  turn(): Promise<void> | undefined {
    if (this.rows.size + this.findings.size < PORTION) return undefined;
    this.send();
    return new Promise((resolve) => setImmediate(resolve));
  }

  async flush(): Promise<ChangeCounts> {
    this.send();
    await Promise.all(this.sent);
    return this.counts;
  }

  private send(): void {
    const { rows, findings, counts } = this;
    counts.rowsOpened += rows.opened.length;
    counts.rowsClosed += rows.closed;
    counts.findingsOpened += findings.opened.length;
    counts.findingsClosed += findings.closed;
    this.rows = new Collected();
    this.findings = new Collected();
    for (const written of [this.writeRows(rows), this.writeFindings(findings)]) {
      // Awaited by `flush`; until then a failure must not count as a rejection nobody handles.
      written.catch(() => undefined);
      this.sent.push(written);
    }
  }

  /** What an entity no longer holds ends before what it holds begins: statements run in the order they are given. */
  private async writeRows({ opened, retimed, dropped, ended }: Collected<FactRow>): Promise<void> {
    const { retimeRows, dropRows, endRows } = this.statements;
    const written: Promise<void>[] = [];
    if (retimed.length > 0)
      written.push(this.recount(retimeRows, retimeRows.bind(intervals(retimed)), retimed));
    if (dropped.length > 0) written.push(this.recount(dropRows, dropRows.bind(names(dropped)), dropped));
    if (ended.length > 0) {
      written.push(this.end(endRows, ended));
      for (const { owner, interval } of ended)
        this.cells.add(countedRow(interval.value), -1, movers(owner, [], interval.knownUntil));
    }
    if (opened.length > 0) written.push(this.insertRows(opened));
    await Promise.all(written);
  }

  /** Takes changed rows out of the cells, or puts them back, by the content that comes back from the table. */
  private async recount(
    statement: FactStatements['retimeRows' | 'dropRows'],
    columns: Buffer[],
    changed: readonly Owned<Changed>[],
  ): Promise<void> {
    const rows = await this.tx.prepared<CountedRow & { number: number }>(statement, columns);
    assertAll(rows.length, changed.length);
    for (const row of rows) {
      const { owner, interval } = changed[row.number - 1]!;
      if (interval.sign !== 0)
        this.cells.add(row, interval.sign, movers(owner, [], interval.knownUntil ?? interval.knownFrom));
    }
  }

  private async end(
    statement: FactStatements['endRows' | 'endFindings'],
    entries: readonly Owned<Named & { readonly knownUntil: number }>[],
  ): Promise<void> {
    const columns = statement.bind({ ...ids(entries), ...ends(entries) });
    const [row] = await this.tx.prepared<{ ended: number }>(statement, columns);
    assertAll(row!.ended, entries.length);
  }

  private async insertRows(opened: readonly Owned<Known<FactRow>>[]): Promise<void> {
    const counted = opened.map(({ interval }) => countedRow(interval.value));
    opened.forEach(({ owner, interval: { knownFrom, knownUntil, value } }, i) => {
      if (knownUntil === null) this.cells.add(counted[i]!, 1, movers(owner, value.causes, knownFrom));
    });
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
        ...causes(opened),
      }),
    );
  }

  private async writeFindings({ opened, retimed, dropped, ended }: Collected<Finding>): Promise<void> {
    const { retimeFindings, dropFindings, endFindings } = this.statements;
    const written: Promise<unknown>[] = [];
    if (retimed.length > 0)
      written.push(this.tx.prepared(retimeFindings, retimeFindings.bind(intervals(retimed))));
    if (dropped.length > 0) written.push(this.tx.prepared(dropFindings, dropFindings.bind(names(dropped))));
    if (ended.length > 0) written.push(this.end(endFindings, ended));
    if (opened.length > 0) written.push(this.insertFindings(opened));
    await Promise.all(written);
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
        ...causes(opened),
      }),
    );
  }
}

function assertAll(found: number, expected: number): void {
  if (found !== expected)
    throw new CrashError('HANDLER_ERROR', `${expected - found} intervals vanished while held`);
}
