import { createHash, createPublicKey, verify } from 'node:crypto';
import { type JsonValue, canonicalText } from './canonical-text.js';
import {
  FILE_FORMAT,
  SIGNED_PREFIX,
  STEPS,
  type EditionFile,
  type PublicEditionKey,
  type Transition,
} from './edition-file.js';

export type EditionCheck =
  'FORMAT' | 'DIGEST' | 'KEY' | 'TRUST' | 'SIGNATURE' | 'CHAIN' | 'STATE' | 'PERSONS';

export interface EditionProblem {
  readonly check: EditionCheck;
  /** JSON pointer into the file. */
  readonly pointer: string;
  readonly message: string;
}

export interface EditionVerification {
  readonly valid: boolean;
  /** Empty exactly when valid. */
  readonly problems: readonly EditionProblem[];
  /** What the file says of itself; null when it cannot be read. Believe it only when valid. */
  readonly claim: {
    readonly edition: string;
    readonly district: string;
    readonly period: string;
    readonly knownAt: string;
    readonly state: string;
    readonly digest: string;
    readonly steps: readonly { readonly state: string; readonly by: string; readonly at: string }[];
    readonly keys: readonly string[];
  } | null;
}

type Report = (check: EditionCheck, pointer: string, message: string) => void;

export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/**
 * Judges the bytes of an exported edition, offline. `trusted`: ids of keys the reader knows to be the publisher’s (from
 * GET /v1/edition-keys, over a way he trusts); without them it is shown that the file is whole and by one key, not whose.
 * This file needs Node and the two it imports, nothing else.
 */
export function verifyEdition(
  bytes: Uint8Array,
  trusted: readonly string[] | null = null,
): EditionVerification {
  const problems: EditionProblem[] = [];
  const report: Report = (check, pointer, message) => problems.push({ check, pointer, message });
  const file = readFile(bytes, report);
  if (!file) return { valid: false, problems, claim: null };
  checkContents(file, report);
  const keys = checkKeys(file, trusted, report);
  file.transitions.forEach((transition, i) => checkTransition(file, i, keys.get(transition.key), report));
  checkPersons(file.transitions, report);
  return { valid: problems.length === 0, problems, claim: claimOf(file) };
}

const claimOf = ({ edition, digest, keys, transitions }: EditionFile): EditionVerification['claim'] => ({
  edition: transitions[0]!.edition,
  district: textOf(edition['district']),
  period: textOf(edition['period']),
  knownAt: textOf(edition['knownAt']),
  state: transitions.at(-1)!.state,
  digest,
  steps: transitions.map(({ state, by, at }) => ({ state, by, at })),
  keys: keys.map(({ id }) => id),
});

const textOf = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '');

function readFile(bytes: Uint8Array, report: Report): EditionFile | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value = JSON.parse(text) as JsonValue;
    if (canonicalText(value) !== text) {
      report('FORMAT', '', 'not in canonical form: a key, a space or an escape was changed');
      return undefined;
    }
    const wrong = shapeProblem(value);
    if (wrong === undefined) return value as unknown as EditionFile;
    report('FORMAT', wrong, 'missing, unknown or of another type than an exported edition has');
  } catch {
    report('FORMAT', '', 'not JSON in UTF-8');
  }
  return undefined;
}

const KEY_SHAPE = { id: 'string', algorithm: 'string', publicKey: 'string' };
const TRANSITION_SHAPE = {
  edition: 'string',
  digest: 'string',
  sequence: 'number',
  state: 'string',
  by: 'string',
  at: 'string',
  reason: 'string?',
  key: 'string',
  previous: 'string?',
  signature: 'string',
};
const FILE_SHAPE = {
  format: 'string',
  edition: 'object',
  digest: 'string',
  keys: 'list',
  transitions: 'list',
};

/** The pointer of the first member that is not as it must be. */
function shapeProblem(value: JsonValue): string | undefined {
  const outer = memberProblem(value, FILE_SHAPE, '');
  if (outer !== undefined) return outer;
  const file = value as unknown as EditionFile;
  if (file.format !== FILE_FORMAT) return '/format';
  if (file.transitions.length === 0) return '/transitions';
  for (const [i, key] of file.keys.entries()) {
    const wrong = memberProblem(key as unknown as JsonValue, KEY_SHAPE, `/keys/${i}`);
    if (wrong !== undefined) return wrong;
  }
  for (const [i, transition] of file.transitions.entries()) {
    const wrong = memberProblem(transition as unknown as JsonValue, TRANSITION_SHAPE, `/transitions/${i}`);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function memberProblem(
  value: JsonValue,
  shape: Readonly<Record<string, string>>,
  at: string,
): string | undefined {
  if (typeOf(value) !== 'object') return at;
  const members = value as Readonly<Record<string, JsonValue>>;
  const names = new Set([...Object.keys(shape), ...Object.keys(members)]);
  for (const name of names) {
    const expected = Object.hasOwn(shape, name) ? shape[name]! : 'nothing';
    const type = Object.hasOwn(members, name) ? typeOf(members[name]!) : 'nothing';
    if (type !== expected.replace('?', '') && !(expected.endsWith('?') && type === 'null'))
      return `${at}/${name}`;
  }
  return undefined;
}

const typeOf = (value: JsonValue): string =>
  value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;

function checkContents({ edition, digest }: EditionFile, report: Report): void {
  const actual = sha256(canonicalText(edition));
  if (actual !== digest) report('DIGEST', '/digest', `the contents have the digest ${actual}`);
  for (const [pointer, part, of] of partDigests(edition)) {
    if (part !== sha256(canonicalText(of))) report('DIGEST', pointer, 'is not the digest of what it names');
  }
}

/** Digests within the contents: of each definition and of the divisions. */
function partDigests(edition: EditionFile['edition']): [pointer: string, digest: JsonValue, of: JsonValue][] {
  const member = (value: JsonValue | undefined, name: string): JsonValue =>
    (value as Readonly<Record<string, JsonValue>> | null | undefined)?.[name] ?? null;
  const definitions = edition['definitions'];
  return [
    ...(Array.isArray(definitions) ? (definitions as readonly JsonValue[]) : []).map(
      (one, i): [string, JsonValue, JsonValue] => [
        `/edition/definitions/${i}/digest`,
        member(one, 'digest'),
        member(one, 'definition'),
      ],
    ),
    [
      '/edition/divisions/digest',
      member(edition['divisions'], 'digest'),
      member(edition['divisions'], 'rows'),
    ],
  ];
}

type KnownKeys = ReadonlyMap<string, PublicEditionKey>;

function checkKeys(
  { keys, transitions }: EditionFile,
  trusted: readonly string[] | null,
  report: Report,
): KnownKeys {
  keys.forEach(({ id, publicKey, algorithm }, i) => {
    const der = strictBase64(publicKey);
    if (!der || sha256(der) !== id) report('KEY', `/keys/${i}/id`, 'is not the digest of the public key');
    if (algorithm !== 'ed25519' && algorithm !== 'sm2-sm3')
      report('KEY', `/keys/${i}/algorithm`, 'neither ed25519 nor sm2-sm3');
    if (!transitions.some(({ key }) => key === id)) report('KEY', `/keys/${i}/id`, 'signs nothing here');
    if (trusted && !trusted.includes(id))
      report('TRUST', `/keys/${i}/id`, `${id} is not among the trusted keys`);
  });
  return new Map(keys.map((key) => [key.id, key]));
}

function checkTransition(
  { transitions, digest }: EditionFile,
  i: number,
  key: PublicEditionKey | undefined,
  report: Report,
): void {
  const transition = transitions[i]!;
  const before = transitions[i - 1];
  const at = `/transitions/${i}`;
  if (transition.digest !== digest) report('DIGEST', `${at}/digest`, 'signs other contents than these');
  if (transition.sequence !== i + 1) report('CHAIN', `${at}/sequence`, `must be ${i + 1}`);
  if (transition.edition !== transitions[0]!.edition)
    report('CHAIN', `${at}/edition`, 'names another edition than the draft');
  if (transition.previous !== (before ? chainDigest(before) : null))
    report('CHAIN', `${at}/previous`, 'does not name the transition before it');
  const reason = stepProblem(transitions, i);
  if (reason !== undefined) report('STATE', `${at}/state`, reason);
  if ((transition.state === 'withdrawn') === (transition.reason === null))
    report('STATE', `${at}/reason`, 'a withdrawal has a reason, and nothing else has');
  if (!key) report('KEY', `${at}/key`, 'no such key in this file');
  else if (!isSigned(transition, key))
    report('SIGNATURE', `${at}/signature`, 'does not belong to this statement');
}

function stepProblem(transitions: readonly Transition[], i: number): string | undefined {
  const { state } = transitions[i]!;
  const before = transitions[i - 1]?.state;
  if (before === 'withdrawn') return 'nothing follows a withdrawal';
  if (state === 'withdrawn') return before === undefined ? 'an edition begins as a draft' : undefined;
  return STEPS[i] === state ? undefined : `must be ${STEPS[i] ?? 'withdrawn'}`;
}

export const chainDigest = (transition: Transition): string =>
  sha256(canonicalText(transition as unknown as JsonValue));

export const signedBytes = (statement: Omit<Transition, 'signature'>): Buffer =>
  Buffer.from(SIGNED_PREFIX + canonicalText(statement as unknown as JsonValue));

function isSigned(
  { signature, ...statement }: Transition,
  { algorithm, publicKey }: PublicEditionKey,
): boolean {
  const raw = strictBase64(signature);
  if (!raw) return false;
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return verify(algorithm === 'ed25519' ? null : 'sm3', signedBytes(statement), key, raw);
  } catch {
    return false;
  }
}

/** Undefined for anything but the one spelling of these bytes. */
function strictBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

function checkPersons(transitions: readonly Transition[], report: Report): void {
  transitions.forEach(({ by, state }, i) => {
    const earlier = transitions.findIndex((other) => other.by === by && other.state !== 'withdrawn');
    if (state !== 'withdrawn' && earlier < i)
      report('PERSONS', `/transitions/${i}/by`, `${by} took the step ${transitions[earlier]!.state} as well`);
  });
}
