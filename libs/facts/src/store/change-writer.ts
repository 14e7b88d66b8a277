import { CrashError } from '@minhai/errors';
import type { Transaction } from '@minhai/postgres';
import type { Growths, Growth } from '../core/append.js';
import { countedRow, type CellSum, type CountedRow } from '../core/cells.js';
import type { FactRow, Finding } from '../core/definition.js';
import type { EntityRevision, KnownFinding, KnownInterval, KnownRow, Revision } from '../core/revision.js';
import { awaitedLater } from './awaited-later.js';
import { movers } from './movers.js';
import { OpenedFindings, OpenedRows } from './opened-intervals.js';
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

/** Collected changes of stored intervals of one table. */
class Collected<T> {
  readonly retimed: Owned<Changed>[] = [];
  readonly dropped: Owned<Changed>[] = [];
  /** Of histories that just went on: what was held true and no longer is. */
  readonly ended: Owned<Growth<T>['ended'][number]>[] = [];

  revise(owner: Owner, { retimed, dropped }: Pick<Revision<T>, 'retimed' | 'dropped'>): void {
    for (const { knownUntilBefore, ...interval } of retimed) {
      const sign = interval.knownUntil === null ? 1 : knownUntilBefore === null ? -1 : 0;
      this.retimed.push({ owner, interval: { ...interval, sign } });
    }
    for (const interval of dropped)
      this.dropped.push({ owner, interval: { ...interval, sign: interval.knownUntil === null ? -1 : 0 } });
  }

  end(owner: Owner, ended: Growth<T>['ended']): void {
    for (const interval of ended) this.ended.push({ owner, interval });
  }

  get size(): number {
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

/**
 * Whole entities with so many rows and findings are sent at a time. PostgreSQL makes a thousand slots for rows anew in every
 * COPY, which cost a tenth of all its work where each brought a thousand: a batch should fit into one.
 */
const PORTION = 10_000;
/** After so many the process gives others their turn: it answers readers as well. */
const TURN = 1_000;

/**
 * Collects what changes in rows and findings, writes it, and adds it up for the cells. Where there is more than one portion,
 * PostgreSQL writes one while the next is folded: `turn` lets it begin.
 */
export class ChangeWriter {
  private rows = new Collected<FactRow>();
  private findings = new Collected<Finding>();
  private openedRows = new OpenedRows();
  private openedFindings = new OpenedFindings();
  private sizeAtTurn = 0;
  private readonly sent: Promise<void>[] = [];
  private readonly counts = { rowsOpened: 0, rowsClosed: 0, findingsOpened: 0, findingsClosed: 0 };

  constructor(
    private readonly tx: Transaction,
    private readonly statements: FactStatements,
    private readonly cells: CellSum,
  ) {}

  add(owner: Owner, { rows, findings }: EntityRevision): void {
    this.rows.revise(owner, rows);
    this.findings.revise(owner, findings);
    this.open(owner, rows.opened, findings.opened);
  }

  grow(owner: Owner, { rows, findings }: Growths): void {
    this.rows.end(owner, rows.ended);
    this.findings.end(owner, findings.ended);
    this.open(owner, rows.opened, findings.opened);
  }

  private open(owner: Owner, rows: readonly KnownRow[], findings: readonly KnownFinding[]): void {
    for (const interval of rows) {
      const counted = countedRow(interval.value);
      this.openedRows.add(owner, interval, counted);
      if (interval.knownUntil === null)
        this.cells.add(counted, 1, movers(owner, interval.value.causes, interval.knownFrom));
    }
    for (const interval of findings) this.openedFindings.add(owner, interval);
  }

  /** To be awaited after each entity; undefined while nobody else need have a turn. */
  turn(): Promise<void> | undefined {
    const { rows, findings, openedRows, openedFindings } = this;
    const size = rows.size + findings.size + openedRows.size + openedFindings.size;
    if (size - this.sizeAtTurn < TURN) return undefined;
    this.sizeAtTurn = size < PORTION ? size : 0;
    if (size >= PORTION) this.send();
    return new Promise((resolve) => setImmediate(resolve));
  }

  async flush(): Promise<ChangeCounts> {
    this.send();
    await Promise.all(this.sent);
    return this.counts;
  }

  private send(): void {
    const { rows, findings, openedRows, openedFindings, counts } = this;
    counts.rowsOpened += openedRows.size;
    counts.rowsClosed += rows.size;
    counts.findingsOpened += openedFindings.size;
    counts.findingsClosed += findings.size;
    this.rows = new Collected();
    this.findings = new Collected();
    this.openedRows = new OpenedRows();
    this.openedFindings = new OpenedFindings();
    this.sent.push(
      awaitedLater(this.writeRows(rows, openedRows)),
      awaitedLater(this.writeFindings(findings, openedFindings)),
    );
  }

  /** What an entity no longer holds ends before what it holds begins: statements run in the order they are given. */
  private async writeRows(
    { retimed, dropped, ended }: Collected<FactRow>,
    opened: OpenedRows,
  ): Promise<void> {
    const { schema, retimeRows, dropRows, endRows } = this.statements;
    const written: Promise<void>[] = [];
    if (retimed.length > 0)
      written.push(this.recount(retimeRows, retimeRows.bind(intervals(retimed)), retimed));
    if (dropped.length > 0) written.push(this.recount(dropRows, dropRows.bind(names(dropped)), dropped));
    if (ended.length > 0) {
      written.push(this.end(endRows, ended));
      for (const { owner, interval } of ended)
        this.cells.add(countedRow(interval.value), -1, movers(owner, [], interval.knownUntil));
    }
    if (opened.size > 0) written.push(this.tx.copyIn(`${schema}.fact_row`, opened.copy));
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

  private async writeFindings(
    { retimed, dropped, ended }: Collected<Finding>,
    opened: OpenedFindings,
  ): Promise<void> {
    const { schema, retimeFindings, dropFindings, endFindings } = this.statements;
    const written: Promise<unknown>[] = [];
    if (retimed.length > 0)
      written.push(this.tx.prepared(retimeFindings, retimeFindings.bind(intervals(retimed))));
    if (dropped.length > 0) written.push(this.tx.prepared(dropFindings, dropFindings.bind(names(dropped))));
    if (ended.length > 0) written.push(this.end(endFindings, ended));
    if (opened.size > 0) written.push(this.tx.copyIn(`${schema}.finding`, opened.copy));
    await Promise.all(written);
  }
}

function assertAll(found: number, expected: number): void {
  if (found !== expected)
    throw new CrashError('HANDLER_ERROR', `${expected - found} intervals vanished while held`);
}
