import { RetryableError } from '@minhai/errors';
import { sqlIdentifier, type Database, type Transaction } from '@minhai/postgres';
import type { PositionedEvent } from '../fact-engine.js';
import { replaceDefinitions } from '../fact-registry.js';
import { lockSchema } from '../locks.js';
import { withoutTimeouts, type ConsumedPosition, type FactSource } from '../rebuild.js';
import type { HistoryRow } from '../history-store.js';
import { ANY_PLAN, INDEXES_ONLY } from '../statements.js';
import { startOfLast } from '../whole-entities.js';
import { nextSchema } from './beside-tables.js';
import { BesideWriter } from './beside-writer.js';
import { checkTables, drifted } from './check-tables.js';
import { holdRebuild, RebuildState, type RebuildProgress } from './rebuild-state.js';
import { TwoAtATime } from './two-at-a-time.js';

const PAGE = 5_000;
const CELLS_HELD = 100_000;
/** So few events may be folded while everybody waits. */
const LAST_EVENTS = 1_000;
/** Readers of the tables are waited for no longer than this at a time; those that come behind us would wait as well. */
const LOCK_TIMEOUT_MS = 2_000;
const EXCHANGE_ATTEMPTS = 60;
const PAUSE_MS = 1_000;

export interface PageRequest {
  readonly domain: string;
  readonly partition: number;
  /** First position wanted, and the first not wanted. */
  readonly from: number;
  readonly to: number;
}

export interface BesideOptions extends FactSource {
  readonly database: Database;
  readonly schema: string;
  readonly lake: { page(request: PageRequest, limit: number): Promise<readonly PositionedEvent[]> };
  readonly progress?: (progress: RebuildProgress) => void;
  /** In the transaction of the exchange, after it: what is built on the tables. */
  readonly exchanged?: (tx: Transaction) => Promise<void>;
}

export interface Rebuilt {
  readonly events: number;
  /** Facts that came out otherwise although their definitions are the same. */
  readonly drifted: readonly string[];
}

/**
 * Builds every table anew from the lake beside the live ones, catches up with what is folded meanwhile, checks the
 * whole and puts it in their place in one transaction. Whoever reads sees the old tables or the new; whoever folds is
 * fenced out at the exchange and claims again. Broken off anywhere, it leaves the live tables as they are; the next
 * run begins anew. Throws RetryableError while another one runs, CrashError when the check fails.
 */
export const rebuildBeside = (options: BesideOptions): Promise<Rebuilt> =>
  options.database.transaction(async (hold) => {
    await holdRebuild(hold, options.schema);
    return new BesideRebuild(options).run();
  });

class BesideRebuild {
  private readonly live: string;
  private readonly next: string;
  private readonly state: RebuildState;
  private writer!: BesideWriter;

  constructor(private readonly options: BesideOptions) {
    this.live = sqlIdentifier(options.schema);
    this.next = nextSchema(this.live);
    this.state = new RebuildState(this.live);
  }

  async run(): Promise<Rebuilt> {
    const targets = await this.begin();
    const total = sum(targets);
    await this.load(targets, total);
    await this.index('history', 'amendment');
    await this.derive();
    await this.index('fact_row', 'finding');
    await this.catchUp();
    return this.exchange();
  }

  /** Empty tables; answers how far the live ones are. */
  private begin(): Promise<readonly ConsumedPosition[]> {
    const { database, facts, schemas } = this.options;
    return database.transaction(async (tx) => {
      const targets = await positionsIn(tx, this.live);
      await this.state.begin(tx, sum(targets));
      await tx.query(`SELECT ${this.live}.begin_rebuild()`);
      for (const table of ['fact_definition', 'cell', 'consumed'])
        await tx.query(`SELECT ${this.live}.index_rebuild($1)`, [table]);
      this.writer = new BesideWriter(this.next, await replaceDefinitions(tx, this.next, facts), schemas);
      return targets;
    });
  }

  private async load(targets: readonly ConsumedPosition[], total: number): Promise<void> {
    const writes = new TwoAtATime();
    let done = 0;
    for (const target of targets) {
      for await (const page of this.pages(target, 1)) {
        done += page.length;
        const progress = { phase: 'load', done, total } as const;
        const store = async (tx: Transaction): Promise<void> => {
          await this.writer.store(tx, page);
          await this.advance(tx, target, page.at(-1)!.position);
        };
        await writes.begin(() => this.write(progress, store));
      }
    }
    await writes.ended();
    await this.write({ phase: 'index', done, total }, (tx) =>
      tx.query(
        `UPDATE ${this.next}.history SET amended = true WHERE event_id IN (SELECT target_id FROM ${this.next}.amendment)`,
      ),
    );
  }

  private async index(...tables: readonly string[]): Promise<void> {
    for (const table of tables) {
      await this.write({ phase: 'index', done: 0, total: 0 }, (tx) =>
        tx.query(`SELECT ${this.live}.index_rebuild($1)`, [table]),
      );
    }
  }

  private async derive(): Promise<void> {
    const [count] = await this.options.database.query<{ total: number }>(
      `SELECT count(*) AS total FROM ${this.next}.history WHERE entity <> ''`,
    );
    const { total } = count!;
    const writes = new TwoAtATime();
    let rest: HistoryRow[] = [];
    let following = this.historyAfter(undefined);
    for (let done = 0; ;) {
      const page = await following;
      const isLast = page.length < PAGE;
      if (!isLast) following = this.historyAfter(page.at(-1));
      const rows = [...rest, ...page];
      const whole = isLast ? rows.length : startOfLast(rows);
      done += whole;
      await writes.begin(() => this.derivePage({ phase: 'derive', done, total }, rows.slice(0, whole)));
      rest = rows.slice(whole);
      if (!isLast && this.writer.cellsHeld <= CELLS_HELD) continue;
      // Cells are those of all pages: none may be under way.
      await writes.ended();
      await this.write({ phase: 'derive', done, total }, (tx) => this.writer.writeCells(tx));
      if (isLast) return;
    }
  }

  private derivePage(progress: RebuildProgress, rows: readonly HistoryRow[]): Promise<void> {
    return this.write(progress, async (tx) => {
      await tx.query(`SELECT ${INDEXES_ONLY}`);
      await this.writer.derive(tx, rows);
    });
  }

  /** The next page of histories, entity by entity. */
  private historyAfter(last: HistoryRow | undefined): Promise<HistoryRow[]> {
    return this.options.database.query<HistoryRow & object>(
      `SELECT entity, event_id, facts::text, amended, envelope, value FROM ${this.next}.history
       WHERE (entity, event_id) > ($1, $2) ORDER BY entity, event_id LIMIT ${PAGE}`,
      last ? [last.entity, last.event_id] : ['', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
    );
  }

  /** Until so little is left that nobody minds waiting for it. */
  private async catchUp(): Promise<void> {
    for (;;) {
      const behind = await this.behind(this.options.database);
      const total = behind.reduce((all, { from, to }) => all + to - from, 0);
      if (total <= LAST_EVENTS) return;
      let done = 0;
      for (const { domain, partition, from, to } of behind) {
        const target = { domain, partition, position: to - 1 };
        for await (const page of this.pages(target, from)) {
          done += page.length;
          await this.write({ phase: 'catch up', done, total }, (tx) => this.fold(tx, target, page));
        }
      }
    }
  }

  private async exchange(): Promise<Rebuilt> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.options.database.transaction((tx) => this.exchangeIn(tx));
      } catch (error) {
        if (!(error instanceof RetryableError) || attempt === EXCHANGE_ATTEMPTS) throw error;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
        await this.catchUp();
      }
    }
  }

  private async exchangeIn(tx: Transaction): Promise<Rebuilt> {
    await withoutTimeouts(tx);
    await tx.query(`SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS}`);
    // Partitions first, as every batch does: a batch that has begun ends before us, the next one finds itself fenced.
    await tx.query(`SELECT FROM ${this.live}.consumed ORDER BY domain, partition FOR UPDATE`);
    await lockSchema(tx, this.live, 'exclusive');
    for (const { domain, partition, from, to } of await this.behind(tx)) {
      const target = { domain, partition, position: to - 1 };
      for await (const page of this.pages(target, from)) await this.fold(tx, target, page);
    }
    await tx.query(`SELECT ${ANY_PLAN}`);
    const events = sum(await positionsIn(tx, this.next));
    await this.state.step(tx, { phase: 'exchange', done: events, total: events });
    await checkTables(tx, this.next);
    const others = await drifted(tx, this.live, this.next);
    await tx.query(`SELECT ${this.live}.exchange_rebuild()`);
    await tx.query(`UPDATE ${this.live}.consumed SET epoch = epoch + 1`);
    await this.state.end(tx);
    await this.options.exchanged?.(tx);
    return { events, drifted: others };
  }

  private async fold(
    tx: Transaction,
    target: ConsumedPosition,
    page: readonly PositionedEvent[],
  ): Promise<void> {
    await tx.query(`SELECT ${INDEXES_ONLY}`);
    await this.writer.fold(tx, page);
    await this.advance(tx, target, page.at(-1)!.position);
  }

  private behind(db: Database | Transaction): Promise<(PageRequest & object)[]> {
    return db.query(
      `SELECT l.domain, l.partition, coalesce(n.position, 0) + 1 AS "from", l.position + 1 AS "to"
       FROM ${this.live}.consumed l LEFT JOIN ${this.next}.consumed n ON n.domain = l.domain AND n.partition = l.partition
       WHERE l.position > coalesce(n.position, 0) ORDER BY l.domain, l.partition`,
    );
  }

  private async advance(
    tx: Transaction,
    { domain, partition }: ConsumedPosition,
    position: number,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO ${this.next}.consumed AS c (domain, partition, epoch, next_offset, position) VALUES ($1, $2, 0, 0, $3)
       ON CONFLICT (domain, partition) DO UPDATE SET position = greatest(c.position, excluded.position)`,
      [domain, partition, position],
    );
  }

  /** The next page is read while this one is written. */
  private async *pages(
    { domain, partition, position }: ConsumedPosition,
    first: number,
  ): AsyncGenerator<readonly PositionedEvent[]> {
    const read = (from: number) =>
      this.options.lake.page({ domain, partition, from, to: position + 1 }, PAGE);
    let following = read(first);
    for (let from = first; from <= position;) {
      const page = await following;
      if (page[0]?.position !== from)
        throw new RetryableError(
          'UNAVAILABLE',
          `position ${from} of ${domain}/${partition} is not in the lake`,
        );
      from = page.at(-1)!.position + 1;
      if (from <= position) following = read(from);
      yield page;
    }
    await following;
  }

  private async write(progress: RebuildProgress, work: (tx: Transaction) => Promise<unknown>): Promise<void> {
    await this.options.database.transaction(async (tx) => {
      await withoutTimeouts(tx);
      await work(tx);
      // Last: it waits for the transaction before, which holds the row until it has committed.
      await this.state.step(tx, progress);
    });
    this.options.progress?.(progress);
  }
}

const positionsIn = (tx: Transaction, schema: string): Promise<ConsumedPosition[]> =>
  tx.query<ConsumedPosition & object>(
    `SELECT domain, partition, position FROM ${schema}.consumed ORDER BY domain, partition`,
  );

const sum = (positions: readonly ConsumedPosition[]): number =>
  positions.reduce((total, { position }) => total + position, 0);
