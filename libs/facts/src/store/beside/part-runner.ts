import type { Database, Transaction } from '@minhai/postgres';
import { awaitedLater } from '../awaited-later.js';
import type { FactNumbers } from '../fact-registry.js';
import type { HistoryRow } from '../history-store.js';
import { withoutTimeouts, type ConsumedPosition, type FactSource } from '../rebuild.js';
import { INDEXES_ONLY } from '../statements.js';
import { startOfLast } from '../whole-entities.js';
import { nextSchema } from './beside-tables.js';
import { advance, BesideWriter } from './beside-writer.js';
import { lakePages, PAGE, type Lake } from './lake-pages.js';
import type { PartPool, RebuildOrder, RebuildPart } from './rebuild-parts.js';
import { RebuildState } from './rebuild-state.js';
import { TwoAtATime } from './two-at-a-time.js';

const CELLS_HELD = 100_000;

export interface PartRunnerOptions extends FactSource {
  /** At least three connections. */
  readonly database: Database;
  readonly lake: Lake;
}

type Derived = Extract<RebuildPart, { phase: 'derive' }>;

/** Does parts one after the other where it is: the pool of one. */
export class PartRunner implements PartPool {
  readonly size = 1;
  private readonly next: string;
  private readonly numbers: FactNumbers;
  private readonly state: RebuildState;

  constructor(
    private readonly options: PartRunnerOptions,
    { schema, token, numbers }: RebuildOrder,
  ) {
    this.next = nextSchema(schema);
    this.state = new RebuildState(schema, token);
    const byName = new Map(numbers);
    this.numbers = new Map(options.facts.map((fact) => [fact, byName.get(fact.name)!]));
  }

  run(part: RebuildPart, done: (events: number) => void): Promise<void> {
    return part.phase === 'load' ? this.load(part.target, done) : this.derive(part, done);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private writer(): BesideWriter {
    return new BesideWriter(this.next, this.numbers, this.options.schemas);
  }

  private async load(target: ConsumedPosition, done: (events: number) => void): Promise<void> {
    const writer = this.writer();
    const writes = new TwoAtATime();
    for await (const page of lakePages(this.options.lake, target, 1)) {
      const store = async (tx: Transaction): Promise<void> => {
        await writer.store(tx, page);
        await advance(tx, this.next, target, page.at(-1)!.position);
      };
      await writes.begin(() => this.write(page.length, store, done));
    }
    await writes.ended();
  }

  private async derive(part: Derived, done: (events: number) => void): Promise<void> {
    const writer = this.writer();
    const writes = new TwoAtATime();
    let rest: HistoryRow[] = [];
    let following = this.historyAfter(part, undefined);
    for (;;) {
      const page = await following;
      const isLast = page.length < PAGE;
      if (!isLast) following = this.historyAfter(part, page.at(-1));
      const rows = [...rest, ...page];
      const whole = isLast ? rows.length : startOfLast(rows);
      await writes.begin(() => this.derivePage(writer, rows.slice(0, whole), done));
      rest = rows.slice(whole);
      if (!isLast && writer.cellsHeld <= CELLS_HELD) continue;
      // Cells are those of all pages: none may be under way.
      await writes.ended();
      await this.write(0, (tx) => writer.writeCells(tx), done);
      if (isLast) return;
    }
  }

  private derivePage(
    writer: BesideWriter,
    rows: readonly HistoryRow[],
    done: (events: number) => void,
  ): Promise<void> {
    const work = async (tx: Transaction): Promise<void> => {
      await tx.query(`SELECT ${INDEXES_ONLY}`);
      await writer.derive(tx, rows);
    };
    return this.write(rows.length, work, done);
  }

  /** The next page of histories, entity by entity. */
  private historyAfter({ after, last }: Derived, row: HistoryRow | undefined): Promise<HistoryRow[]> {
    const page = this.options.database.query<HistoryRow & object>(
      `SELECT entity, event_id, facts::text, amended, envelope, value FROM ${this.next}.history
       WHERE (entity, event_id) > ($1, $2) ${last === null ? '' : 'AND entity <= $3'} ORDER BY entity, event_id LIMIT ${PAGE}`,
      [row?.entity ?? after, row?.event_id ?? LAST_ID, ...(last === null ? [] : [last])],
    );
    return awaitedLater(page);
  }

  private async write(
    events: number,
    work: (tx: Transaction) => Promise<unknown>,
    done: (events: number) => void,
  ): Promise<void> {
    await this.options.database.transaction(async (tx) => {
      await withoutTimeouts(tx);
      await work(tx);
      // Last: it waits for the transaction before, which holds the row until it has committed.
      await this.state.step(tx, events);
    });
    done(events);
  }
}

/** Behind every event of an entity. */
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
