import type { Connection, Submittable } from 'pg';
import { sqlIdentifier } from './identifier.js';
import type { CopyRows } from './copy-rows.js';

const none = (): void => undefined;

/**
 * `COPY table FROM STDIN` as pg's client runs it. Against INSERT … SELECT FROM unnest(…) it spares PostgreSQL a third
 * of the work: no array is taken apart, and rows go into the table many at a time.
 */
export class CopyIn implements Submittable {
  readonly done: Promise<void>;
  readonly handleRowDescription = none;
  readonly handleDataRow = none;
  readonly handlePortalSuspended = none;
  readonly handleEmptyQuery = none;
  readonly handleCommandComplete = none;
  readonly handleCopyData = none;
  private resolve: () => void = none;
  private reject: (error: Error) => void = none;

  constructor(
    private readonly table: string,
    private readonly rows: CopyRows,
  ) {
    this.done = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  submit(connection: Connection): void {
    const columns = this.rows.columns.map(sqlIdentifier).join(', ');
    connection.query(`COPY ${this.table} (${columns}) FROM STDIN (FORMAT binary)`);
  }

  handleCopyInResponse(connection: Connection): void {
    connection.stream.write(this.rows.messages());
  }

  handleReadyForQuery(): void {
    this.resolve();
  }

  handleError(error: Error): void {
    this.reject(error);
  }
}
