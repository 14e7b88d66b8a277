import { timingSafeEqual } from 'node:crypto';
import { RetryableError } from '@minhai/errors';
import type { Credential } from './credential.service.js';
import type { Right } from './rights.js';
import { SourceRule } from './source-rule.js';
import { hashToken } from '@minhai/nest/bearer-token';

/** Who sent a request. */
export interface Publisher {
  readonly credentialId: string;
  readonly sources: SourceRule;
  readonly rights: readonly Right[];
}

export interface ActiveCredentials {
  findActive(): Promise<readonly { credential: Credential; tokenHash: Buffer }[]>;
}

/** A revocation takes effect within this time. */
const FRESH_MS = 5_000;
/** An unknown token may be seconds old, but guesses must not become a load on the database. */
const RELOAD_MS = 500;
/** Pause after a failed reload: what is known serves meanwhile, and no request waits for a connect timeout again. */
const RETRY_MS = 1_000;
/** While the database is away nothing can be revoked there either; a cut-off gateway stops after this time. */
const STALE_MS = 300_000;

/** All active credentials in memory: they are few, and an unknown token costs no query. */
export class Publishers {
  private byHash = new Map<string, { publisher: Publisher; tokenHash: Buffer }>();
  private loadedAt = -Infinity;
  private failedAt = -Infinity;
  private loading: Promise<void> | undefined;

  constructor(
    private readonly credentials: ActiveCredentials,
    private readonly now: () => number,
  ) {}

  /** Undefined for a token that is unknown or revoked. Throws RetryableError when that cannot be told. */
  async find(token: string): Promise<Publisher | undefined> {
    if (this.age > FRESH_MS) await this.reload();
    const hash = hashToken(token);
    const found = this.match(hash);
    if (found !== undefined || this.age <= RELOAD_MS) return found;
    await this.reload();
    return this.match(hash);
  }

  private get age(): number {
    return this.now() - this.loadedAt;
  }

  private match(hash: Buffer): Publisher | undefined {
    const entry = this.byHash.get(hash.toString('base64'));
    return entry !== undefined && timingSafeEqual(entry.tokenHash, hash) ? entry.publisher : undefined;
  }

  private async reload(): Promise<void> {
    const servesMeanwhile = this.age <= STALE_MS;
    if (servesMeanwhile && this.now() - this.failedAt < RETRY_MS) return;
    this.loading ??= this.load().finally(() => (this.loading = undefined));
    try {
      await this.loading;
    } catch (error) {
      this.failedAt = this.now();
      if (servesMeanwhile) return;
      throw new RetryableError('UNAVAILABLE', 'credentials cannot be read at the moment', { cause: error });
    }
  }

  private async load(): Promise<void> {
    const startedAt = this.now();
    const known = this.byHash;
    const active = await this.credentials.findActive();
    this.byHash = new Map(
      active.map(({ credential, tokenHash }) => {
        const key = tokenHash.toString('base64');
        const publisher = known.get(key)?.publisher ?? {
          credentialId: credential.id,
          sources: new SourceRule(credential.sources),
          rights: credential.rights,
        };
        return [key, { publisher, tokenHash }];
      }),
    );
    this.loadedAt = startedAt;
  }
}
