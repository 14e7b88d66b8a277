import { RetryableError } from '@minhai/errors';
import { sqlIdentifier, type Database, type Transaction } from '@minhai/postgres';
import type { PositionedEvent } from '../fact-engine.js';
import { replaceDefinitions, type FactNumbers } from '../fact-registry.js';
import { lockSchema } from '../locks.js';
import { withoutTimeouts, type ConsumedPosition, type FactSource } from '../rebuild.js';
import { ANY_PLAN, INDEXES_ONLY } from '../statements.js';
import { nextSchema } from './beside-tables.js';
import { advance, BesideWriter } from './beside-writer.js';
import { checkTables, drifted } from './check-tables.js';
import { lakePages, type Lake, type PageRequest } from './lake-pages.js';
import { PartRunner } from './part-runner.js';
import {
  deriveParts,
  loadParts,
  type PartPool,
  type RebuildOrder,
  type RebuildPart,
} from './rebuild-parts.js';
import { holdRebuild, RebuildState, type RebuildPhase, type RebuildProgress } from './rebuild-state.js';

/** So few events may be folded while everybody waits. */
const LAST_EVENTS = 1_000;
/** Readers of the tables are waited for no longer than this at a time; those that come behind us would wait as well. */
const LOCK_TIMEOUT_MS = 2_000;
const EXCHANGE_ATTEMPTS = 60;
const PAUSE_MS = 1_000;

export interface BesideOptions extends FactSource {
  readonly database: Database;
  readonly schema: string;
  readonly lake: Lake;
  /** Who does the parts that need no order, of a rebuild of so many events; without a pool they are done here in turn. */
  readonly pool?: (order: RebuildOrder, events: number) => PartPool | undefined;
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
  private numbers!: FactNumbers;
  private writer!: BesideWriter;

  constructor(private readonly options: BesideOptions) {
    this.live = sqlIdentifier(options.schema);
    this.next = nextSchema(this.live);
    this.state = new RebuildState(this.live);
  }

  async run(): Promise<Rebuilt> {
    const targets = await this.begin();
    const pool = this.pool(sum(targets));
    try {
      await this.inParts(pool, 'load', loadParts(targets), sum(targets));
      await this.markAmended();
      await this.index('history', 'amendment');
      const { parts, total } = await deriveParts(this.options.database, this.next);
      await this.inParts(pool, 'derive', parts, total);
    } finally {
      await pool.close();
    }
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
      this.numbers = await replaceDefinitions(tx, this.next, facts);
      this.writer = new BesideWriter(this.next, this.numbers, schemas);
      return targets;
    });
  }

  private pool(events: number): PartPool {
    const { schema } = this.options;
    const numbers = [...this.numbers].map(([{ name }, number]) => [name, number] as const);
    const order = { schema, token: this.state.token, numbers };
    return this.options.pool?.(order, events) ?? new PartRunner(this.options, order);
  }

  private async inParts(
    pool: PartPool,
    phase: RebuildPhase,
    parts: readonly RebuildPart[],
    total: number,
  ): Promise<void> {
    await this.state.enter(this.options.database, phase, total);
    let done = 0;
    const tell = (events: number): void => this.tell({ phase, done: (done += events), total });
    const waiting = [...parts];
    const inTurn = async (): Promise<void> => {
      for (let part = waiting.shift(); part; part = waiting.shift()) await pool.run(part, tell);
    };
    await Promise.all(Array.from({ length: pool.size }, inTurn));
  }

  /** All that amendments point at, once everything is there. */
  private markAmended(): Promise<void> {
    return this.atOnce(
      `UPDATE ${this.next}.history SET amended = true WHERE event_id IN (SELECT target_id FROM ${this.next}.amendment)`,
    );
  }

  private async index(...tables: readonly string[]): Promise<void> {
    for (const table of tables) await this.atOnce(`SELECT ${this.live}.index_rebuild($1)`, [table]);
  }

  private async atOnce(sql: string, parameters: readonly string[] = []): Promise<void> {
    await this.write(async (tx) => {
      await tx.query(sql, parameters);
      await this.state.enter(tx, 'index', 0);
    });
    this.tell({ phase: 'index', done: 0, total: 0 });
  }

  /** Until so little is left that nobody minds waiting for it. */
  private async catchUp(): Promise<void> {
    for (;;) {
      const behind = await this.behind(this.options.database);
      const total = behind.reduce((all, { from, to }) => all + to - from, 0);
      if (total <= LAST_EVENTS) return;
      await this.state.enter(this.options.database, 'catch up', total);
      let done = 0;
      for (const { domain, partition, from, to } of behind) {
        const target = { domain, partition, position: to - 1 };
        for await (const page of lakePages(this.options.lake, target, from)) {
          await this.write(async (tx) => {
            await this.fold(tx, target, page);
            await this.state.step(tx, page.length);
          });
          this.tell({ phase: 'catch up', done: (done += page.length), total });
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
      for await (const page of lakePages(this.options.lake, target, from)) await this.fold(tx, target, page);
    }
    await tx.query(`SELECT ${ANY_PLAN}`);
    const events = sum(await positionsIn(tx, this.next));
    await this.state.enter(tx, 'exchange', events);
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
    await advance(tx, this.next, target, page.at(-1)!.position);
  }

  private behind(db: Database | Transaction): Promise<(PageRequest & object)[]> {
    return db.query(
      `SELECT l.domain, l.partition, coalesce(n.position, 0) + 1 AS "from", l.position + 1 AS "to"
       FROM ${this.live}.consumed l LEFT JOIN ${this.next}.consumed n ON n.domain = l.domain AND n.partition = l.partition
       WHERE l.position > coalesce(n.position, 0) ORDER BY l.domain, l.partition`,
    );
  }

  private write(work: (tx: Transaction) => Promise<unknown>): Promise<void> {
    return this.options.database.transaction(async (tx) => {
      await withoutTimeouts(tx);
      await work(tx);
    });
  }

  private tell(progress: RebuildProgress): void {
    this.options.progress?.(progress);
  }
}

const positionsIn = (tx: Transaction, schema: string): Promise<ConsumedPosition[]> =>
  tx.query<ConsumedPosition & object>(
    `SELECT domain, partition, position FROM ${schema}.consumed ORDER BY domain, partition`,
  );

const sum = (positions: readonly ConsumedPosition[]): number =>
  positions.reduce((total, { position }) => total + position, 0);
