import { formatInstant } from '@minhai/domain';
import { RefusedError } from '@minhai/errors';
import type { Database, Transaction } from '@minhai/postgres';
import { inSnapshot } from '../cells/snapshot.js';
import { pinnedDefinition } from '../definitions/definition-version.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import type { Reader } from '../readers/reader.js';
import type { Clock } from '../tokens.js';
import { canonicalText, type JsonValue } from './canonical-text.js';
import { type EditionContents, composeEdition, contentsText, lastDayOf } from './contents.js';
import { readEdition, readNewestKnown, readPresent } from './contents.reader.js';
import {
  FILE_FORMAT,
  type EditionFile,
  type EditionState,
  type PublicEditionKey,
  type Statement,
  type Transition,
} from './edition-file.js';
import { requireStep } from './edition-step.js';
import {
  type StoredEdition,
  getEdition,
  insertEdition,
  insertTransition,
  listEditions,
  listKeys,
  lockEditionsOf,
  lockEdition,
  readContents,
  readTransitions,
} from './edition.store.js';
import { chainDigest, sha256 } from './edition-verifier.js';
import { parseContents } from './pinned-edition.js';
import { type PublishedEdition, refuseTellingDifferences } from './refuse-telling.js';
import type { SigningKey } from './signing-key.js';

export interface DraftRequest {
  /** GB/T 2260. */
  readonly district: string;
  /** A year or a month. */
  readonly period: string;
  /** Epoch milliseconds; absent: everything known. */
  readonly knownAt?: number | undefined;
}

export interface EditionAnswer extends Omit<StoredEdition, 'knownAt'> {
  readonly knownAt: string;
}

export interface EditionWithSteps extends EditionAnswer {
  readonly transitions: readonly Transition[];
  readonly figures: number;
  readonly withheld: number;
  readonly findings: EditionContents['findings'];
  readonly held: EditionContents['held'];
  readonly positions: EditionContents['positions'];
  readonly definitions: readonly Pick<
    EditionContents['definitions'][number],
    'id' | 'version' | 'validFrom' | 'digest'
  >[];
}

interface Parts {
  readonly database: Database;
  readonly indicators: readonly IndicatorDefinition[];
  /** Opened when something is signed. */
  readonly signingKey: () => SigningKey;
  readonly clock: Clock;
}

/** Drafts, signs and shows editions. What is computed is decided in `composeEdition`, who may do what in `requireStep`. */
export class EditionsService {
  constructor(private readonly parts: Parts) {}

  /**
   * The same contents drafted again are the same edition, unless it was withdrawn. Throws RefusedError 422 when the
   * edition would tell of few people by a difference.
   */
  async draft(reader: Reader, request: DraftRequest): Promise<{ edition: EditionAnswer; made: boolean }> {
    requireStep([], 'draft', reader);
    const key = this.parts.signingKey();
    const contents = await this.compose(request);
    const text = contentsText(contents);
    const digest = sha256(text);
    return this.parts.database.transaction(async (tx) => {
      await lockEditionsOf(tx, contents.district);
      const ofDistrict = await listEditions(tx, contents.district);
      const others = ofDistrict.filter(({ period }) => period === contents.period);
      const same = others.find((other) => other.digest === digest && other.state !== 'withdrawn');
      if (same) return { edition: answerOf(same), made: false };
      refuseTellingDifferences(contents, await everPublished(tx, ofDistrict, contents));
      const id = `${contents.district}-${contents.period}-${others.length + 1}`;
      await insertEdition(tx, { id, contents, text, digest });
      await this.sign(tx, key, [], { edition: id, digest, state: 'draft', by: reader.name, reason: null });
      return { edition: answerOf(await getEdition(tx, id)), made: true };
    });
  }

  step(
    reader: Reader,
    id: string,
    state: Exclude<EditionState, 'draft'>,
    reason: string | null = null,
  ): Promise<EditionAnswer> {
    return this.parts.database.transaction(async (tx) => {
      await lockEdition(tx, id);
      const edition = await getEdition(tx, id);
      const taken = await readTransitions(tx, id);
      requireStep(taken, state, reader);
      if (state === 'published') await this.refuseTelling(tx, edition);
      const statement = { edition: id, digest: edition.digest, state, by: reader.name, reason };
      await this.sign(tx, this.parts.signingKey(), taken, statement);
      return answerOf(await getEdition(tx, id));
    });
  }

  /** Others may have been published since the draft. */
  private async refuseTelling(tx: Transaction, { id, district }: StoredEdition): Promise<void> {
    await lockEditionsOf(tx, district);
    const contents = parseContents((await readContents(tx, id))!);
    const others = (await listEditions(tx, district)).filter((other) => other.id !== id);
    refuseTellingDifferences(contents, await everPublished(tx, others, contents));
  }

  async list(district: string | null): Promise<EditionAnswer[]> {
    return (await listEditions(this.parts.database, district)).map(answerOf);
  }

  async get(id: string): Promise<EditionWithSteps> {
    const { database } = this.parts;
    const edition = await getEdition(database, id);
    const contents = parseContents((await readContents(database, id))!);
    return {
      ...answerOf(edition),
      transitions: await readTransitions(database, id),
      figures: contents.figures.length,
      withheld: contents.figures.filter(({ withheld }) => withheld).length,
      findings: contents.findings,
      held: contents.held,
      positions: contents.positions,
      definitions: contents.definitions.map(({ definition: _, ...pinned }) => pinned),
    };
  }

  /** `edition.json`: the contents alone, whose SHA-256 is the digest. */
  async contents(id: string): Promise<string> {
    await getEdition(this.parts.database, id);
    return (await readContents(this.parts.database, id))!.toString('utf8');
  }

  /** The contents with all that proves them. */
  async file(id: string): Promise<string> {
    const { database } = this.parts;
    const { digest } = await getEdition(database, id);
    const transitions = await readTransitions(database, id);
    const used = new Set(transitions.map(({ key }) => key));
    const file: EditionFile = {
      format: FILE_FORMAT,
      edition: JSON.parse(await this.contents(id)) as EditionFile['edition'],
      digest,
      keys: (await listKeys(database)).filter((key) => used.has(key.id)),
      transitions,
    };
    return canonicalText(file as unknown as JsonValue);
  }

  keys(): Promise<PublicEditionKey[]> {
    return listKeys(this.parts.database);
  }

  private async sign(
    tx: Transaction,
    key: SigningKey,
    taken: readonly Transition[],
    what: Pick<Statement, 'edition' | 'digest' | 'state' | 'by' | 'reason'>,
  ): Promise<void> {
    const before = taken.at(-1);
    const transition = key.sign({
      ...what,
      sequence: taken.length + 1,
      at: formatInstant(this.parts.clock()),
      previous: before ? chainDigest(before) : null,
    });
    await insertTransition(tx, transition, key.public);
  }

  /** Figures and the positions they follow from are read in one snapshot. */
  private compose({ district, period, knownAt }: DraftRequest): Promise<EditionContents> {
    const definitions = this.parts.indicators.filter((indicator) => indicator.district === district);
    if (definitions.length === 0) throw new RefusedError(404, 'NOT_FOUND', `no indicators of ${district}`);
    if (lastDayOf(period) === undefined) throw new RefusedError(422, 'BODY', 'a period is a year or a month');
    return inSnapshot(this.parts.database, async (tx) => {
      const known = knownAt ?? (await readNewestKnown(tx, district));
      if (known === undefined)
        throw new RefusedError(409, 'EDITION_STEP', `nothing is known of ${district} yet`);
      const pins = {
        district,
        period,
        knownAt: known,
        definitions: definitions.map(pinnedDefinition),
        ...(await readPresent(tx, district, definitions)),
      };
      return composeEdition(pins, await readEdition(tx, 'metrics', pins));
    });
  }
}

/** Those of the same day, whatever their period is called. Withdrawing takes nothing back from who has read it. */
async function everPublished(
  tx: Transaction,
  editions: readonly StoredEdition[],
  { asOf }: EditionContents,
): Promise<PublishedEdition[]> {
  const published: PublishedEdition[] = [];
  for (const { id } of editions.filter((edition) => edition.asOf === asOf)) {
    const steps = await readTransitions(tx, id);
    if (steps.some(({ state }) => state === 'published'))
      published.push({ id, contents: parseContents((await readContents(tx, id))!) });
  }
  return published;
}

const answerOf = ({ knownAt, ...edition }: StoredEdition): EditionAnswer => ({
  ...edition,
  knownAt: formatInstant(knownAt),
});
