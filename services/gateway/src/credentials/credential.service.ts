import { randomBytes } from 'node:crypto';
import { uuidV7 } from '@minhai/domain';
import { RefusedError } from '@minhai/errors';
import { IsNull, type Repository } from 'typeorm';
import { CredentialEntity } from './credential.entity.js';
import type { Right } from './rights.js';
import { isSourcePattern } from './source-rule.js';
import { hashToken } from '@minhai/nest/bearer-token';
import { tokenOf } from './token.js';

/** Times are epoch milliseconds. */
export interface Credential {
  readonly id: string;
  readonly name: string;
  readonly sources: readonly string[];
  readonly rights: readonly Right[];
  readonly createdAt: number;
  readonly revokedAt: number | null;
}

export interface NewCredential extends Credential {
  /** Shown here and never again. */
  readonly token: string;
}

export interface CredentialSurroundings {
  readonly now: () => number;
  readonly random: (bytes: number) => Buffer;
}

/** Who may publish, and in whose name. */
export class CredentialService {
  constructor(
    private readonly repository: Repository<CredentialEntity>,
    private readonly surroundings: CredentialSurroundings = { now: Date.now, random: randomBytes },
  ) {}

  /** `sources` are exact, or patterns with a `*` at the end such as `urn:mca:310105:*`. Throws RefusedError otherwise. */
  async create(
    name: string,
    sources: readonly string[],
    rights: readonly Right[] = [],
  ): Promise<NewCredential> {
    const label = name.trim();
    if (label.length === 0 || label.length > 100)
      throw new RefusedError(422, 'BODY', 'a name has 1 to 100 characters');
    if (sources.length === 0) throw new RefusedError(422, 'BODY', 'a credential needs at least one source');
    const wrong = sources.find((source) => !isSourcePattern(source));
    if (wrong !== undefined) {
      throw new RefusedError(
        422,
        'BODY',
        `not a source: ${wrong}; expected urn:mca:<district>:<system>, or * at its end`,
      );
    }
    const { now, random } = this.surroundings;
    const token = tokenOf(random(32));
    const entity = this.repository.create({
      id: uuidV7(now(), random(10)),
      name: label,
      tokenHash: hashToken(token),
      sources: [...new Set(sources)],
      rights: [...rights],
      createdAt: new Date(now()),
      revokedAt: null,
    });
    await this.repository.insert(entity);
    return { ...credentialOf(entity), token };
  }

  async list(): Promise<Credential[]> {
    const entities = await this.repository.find({ order: { id: 'ASC' } });
    return entities.map(credentialOf);
  }

  /** True when the credential exists; revoking it again changes nothing. */
  async revoke(id: string): Promise<boolean> {
    await this.repository.update(
      { id, revokedAt: IsNull() },
      { revokedAt: new Date(this.surroundings.now()) },
    );
    return this.repository.existsBy({ id });
  }

  /** Everything that may authenticate now, with the hash to compare with. */
  async findActive(): Promise<readonly { credential: Credential; tokenHash: Buffer }[]> {
    const entities = await this.repository.findBy({ revokedAt: IsNull() });
    return entities.map((entity) => ({ credential: credentialOf(entity), tokenHash: entity.tokenHash }));
  }
}

const credentialOf = (entity: CredentialEntity): Credential => ({
  id: entity.id,
  name: entity.name,
  sources: entity.sources,
  rights: entity.rights,
  createdAt: entity.createdAt.getTime(),
  revokedAt: entity.revokedAt?.getTime() ?? null,
});
