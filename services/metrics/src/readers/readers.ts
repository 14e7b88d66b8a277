import { randomBytes } from 'node:crypto';
import { RefusedError } from '@minhai/errors';
import { hashToken, tokenForm } from '@minhai/nest/bearer-token';
import type { Queryable, Statement } from '@minhai/postgres';
import { READER_RIGHTS, type Reader, type ReaderRight } from './reader.js';

const TOKEN = tokenForm('mhr');

export const readerToken = TOKEN.inHeader;

/** Times are epoch milliseconds. */
export interface RegisteredReader {
  readonly name: string;
  readonly rights: readonly ReaderRight[];
  readonly createdAt: number;
  readonly revokedAt: number | null;
}

export interface NewReader extends RegisteredReader {
  /** Shown here and never again. */
  readonly token: string;
}

interface Surroundings {
  readonly now: () => number;
  readonly random: (bytes: number) => Buffer;
}

const BY_TOKEN: Statement = {
  name: 'metrics.reader_by_token',
  text: `SELECT r.name, r.rights FROM metrics.reader r WHERE r.token_hash = $1 AND r.revoked_at IS NULL`,
};

const NAME_FORM = /^[a-z][a-z0-9.-]{1,49}$/;

/** The readers that have rights. They are few and ask rarely: each request looks its token up. */
export class Readers {
  constructor(
    private readonly db: Queryable,
    private readonly surroundings: Surroundings = { now: Date.now, random: randomBytes },
  ) {}

  /** Undefined for a token that is unknown or revoked. */
  async find(token: string): Promise<Reader | undefined> {
    const [row] = await this.db.prepared<{ name: string; rights: ReaderRight[] }>(BY_TOKEN, [
      hashToken(token),
    ]);
    return row && { name: row.name, rights: new Set(row.rights) };
  }

  /** Throws RefusedError for a name that is taken, reserved or has another form, and for an unknown right. */
  async create(name: string, rights: readonly string[]): Promise<NewReader> {
    if (!NAME_FORM.test(name) || name === 'anonymous')
      throw new RefusedError(422, 'BODY', 'a name has 2 to 50 lower-case letters, digits, dots and hyphens');
    const unknown = rights.find((right) => !READER_RIGHTS.includes(right as ReaderRight));
    if (unknown !== undefined)
      throw new RefusedError(422, 'BODY', `no right ${unknown}; there are ${READER_RIGHTS.join(', ')}`);
    const { now, random } = this.surroundings;
    const token = TOKEN.of(random(32));
    const createdAt = now();
    const distinct = [...new Set(rights)] as ReaderRight[];
    const inserted = await this.db.query(
      `INSERT INTO metrics.reader (name, token_hash, rights, created_at)
       VALUES ($1, $2, $3::text[], $4) ON CONFLICT (name) DO NOTHING RETURNING name`,
      [name, hashToken(token), distinct, new Date(createdAt).toISOString()],
    );
    if (inserted.length === 0) throw new RefusedError(409, 'BODY', `there is a reader ${name} already`);
    return { name, rights: distinct, createdAt, revokedAt: null, token };
  }

  list(): Promise<RegisteredReader[]> {
    return this.db.query<RegisteredReader & object>(
      `SELECT r.name, r.rights, r.created_at AS "createdAt", r.revoked_at AS "revokedAt"
       FROM metrics.reader r ORDER BY r.name`,
    );
  }

  /** True when there is such a reader; revoking again changes nothing. Takes effect with the next request. */
  async revoke(name: string): Promise<boolean> {
    await this.db.query(
      `UPDATE metrics.reader r SET revoked_at = $2 WHERE r.name = $1 AND r.revoked_at IS NULL`,
      [name, new Date(this.surroundings.now()).toISOString()],
    );
    const found = await this.db.query(`SELECT FROM metrics.reader r WHERE r.name = $1`, [name]);
    return found.length > 0;
  }
}
