import pg from 'pg';
import { CopyIn } from './copy-in.js';
import type { CopyRows } from './copy-rows.js';
import { isConnectionLost, sqlStateOf, withPolicy } from './sql-state.js';
import { rowTypes } from './row-types.js';

/** Buffers travel in binary; everything else as text. */
export type Parameter =
  string | number | bigint | boolean | null | Buffer | readonly string[] | readonly number[];

export interface Statement {
  /** Prepared once per connection under this name; the text of a name never changes. */
  readonly name: string;
  readonly text: string;
}

/**
 * Reads come back as: bigint → number (RangeError beyond 2^53), numeric → string, date → `YYYY-MM-DD`,
 * timestamptz → epoch milliseconds, bytea → Buffer, uuid and text → string.
 */
export interface Queryable {
  query<Row extends object = Record<string, unknown>>(
    sql: string,
    parameters?: readonly Parameter[],
  ): Promise<Row[]>;
  prepared<Row extends object = Record<string, unknown>>(
    statement: Statement,
    parameters: readonly Parameter[],
  ): Promise<Row[]>;
}

/** Statements run one at a time in the order they are given; the next may be given before the last has ended. */
export interface Transaction extends Queryable {
  /** Adds rows to a table by COPY: many at a time for little, all or none. `table` is SQL. */
  copyIn(table: string, rows: CopyRows): Promise<void>;
}

export interface TransactionOptions {
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
  readonly readOnly?: boolean;
  /** How often the work is repeated after a serialisation failure or deadlock. Default 0. */
  readonly retries?: number;
}

export interface Database extends Queryable {
  /**
   * Commits what `work` did or nothing. Transient failures surface as RetryableError. When the connection dies
   * during COMMIT the outcome is unknown: the caller must be able to do the same work again.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Rejects when no connection can be had within the connect timeout. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  readonly applicationName: string;
  readonly maxConnections?: number;
  readonly statementTimeoutMs?: number;
  readonly idleInTransactionTimeoutMs?: number;
  /** Told of connections that died while idle; the pool replaces them. */
  readonly onError?: (error: Error) => void;
}

const CONNECT_TIMEOUT_MS = 2_000;
/** A server that vanished without a word is found out by the system’s probes. */
const KEEP_ALIVE_MS = 10_000;

export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    application_name: options.applicationName,
    max: options.maxConnections ?? 4,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    statement_timeout: options.statementTimeoutMs ?? 15_000,
    idle_in_transaction_session_timeout: options.idleInTransactionTimeoutMs ?? 10_000,
    options: '-c timezone=UTC',
    types: rowTypes,
  });
  const onError = options.onError ?? (() => undefined);
  pool.on('error', onError);
  // A client checked out while the server dies emits 'error' outside any query; unheard, it ends the process.
  pool.on('connect', (client) => client.on('error', onError));
  return new PoolDatabase(pool);
}

const run = async <Row extends object>(
  runner: pg.Pool | pg.PoolClient,
  config: pg.QueryConfig,
): Promise<Row[]> => {
  try {
    const result = await runner.query<Row>(config);
    return result.rows;
  } catch (error) {
    throw withPolicy(error);
  }
};

const mutable = (parameters: readonly Parameter[]): unknown[] => parameters as unknown[];

class PoolDatabase implements Database {
  constructor(private readonly pool: pg.Pool) {}

  query<Row extends object>(sql: string, parameters: readonly Parameter[] = []): Promise<Row[]> {
    return run<Row>(this.pool, { text: sql, values: mutable(parameters) });
  }

  prepared<Row extends object>(statement: Statement, parameters: readonly Parameter[]): Promise<Row[]> {
    return run<Row>(this.pool, { name: statement.name, text: statement.text, values: mutable(parameters) });
  }

  async ping(): Promise<void> {
    await this.query('SELECT 1');
  }

  async transaction<T>(work: (tx: Transaction) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.attempt(work, options);
      } catch (error) {
        const state = sqlStateOf((error as Error).cause);
        if (attempt >= (options.retries ?? 0) || (state !== '40001' && state !== '40P01')) throw error;
      }
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private async attempt<T>(work: (tx: Transaction) => Promise<T>, options: TransactionOptions): Promise<T> {
    const client = await this.connect();
    const tx = new ClientTransaction(client);
    let broken: unknown;
    try {
      await run(client, { text: beginStatement(options) });
      const value = await work(tx);
      await tx.settled();
      await run(client, { text: 'COMMIT' });
      return value;
    } catch (error) {
      await tx.settled();
      broken = await rollback(client, error);
      throw error;
    } finally {
      client.release(broken !== undefined);
    }
  }

  private async connect(): Promise<pg.PoolClient> {
    try {
      return await this.pool.connect();
    } catch (error) {
      throw withPolicy(error);
    }
  }
}

class ClientTransaction implements Transaction {
  /** Ends with the statement that was given last; undefined while none is under way. */
  private last: Promise<unknown> | undefined;

  constructor(private readonly client: pg.PoolClient) {}

  query<Row extends object>(sql: string, parameters: readonly Parameter[] = []): Promise<Row[]> {
    return this.inTurn(() => run<Row>(this.client, { text: sql, values: mutable(parameters) }));
  }

  prepared<Row extends object>(statement: Statement, parameters: readonly Parameter[]): Promise<Row[]> {
    const config = { name: statement.name, text: statement.text, values: mutable(parameters) };
    return this.inTurn(() => run<Row>(this.client, config));
  }

  copyIn(table: string, rows: CopyRows): Promise<void> {
    return this.inTurn(async () => {
      try {
        await this.client.query(new CopyIn(table, rows)).done;
      } catch (error) {
        throw withPolicy(error);
      }
    });
  }

  /** Resolves when no statement is under way. */
  async settled(): Promise<void> {
    while (this.last) await this.last;
  }

  /** pg gives up its own queue with version 9. What has nobody before it is sent at once. */
  private inTurn<T>(statement: () => Promise<T>): Promise<T> {
    const answer = this.last ? this.last.then(statement) : statement();
    const ended: Promise<void> = answer.then(
      () => this.left(ended),
      () => this.left(ended),
    );
    this.last = ended;
    return answer;
  }

  private left(ended: Promise<unknown>): void {
    if (this.last === ended) this.last = undefined;
  }
}

function beginStatement({ isolation = 'read committed', readOnly = false }: TransactionOptions): string {
  return `BEGIN ISOLATION LEVEL ${isolation.toUpperCase()}${readOnly ? ' READ ONLY' : ''}`;
}

/** Returns a reason to throw the connection away, or undefined when it is clean again. */
async function rollback(client: pg.PoolClient, error: unknown): Promise<unknown> {
  if (isConnectionLost((error as Error).cause ?? error)) return error;
  try {
    await client.query('ROLLBACK');
    return undefined;
  } catch (rollbackError) {
    return rollbackError;
  }
}
