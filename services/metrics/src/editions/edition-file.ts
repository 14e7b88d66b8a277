import type { JsonValue } from './canonical-text.js';

export const FILE_FORMAT = 'minhai.edition-file/1';

/** Set before the text that is signed: a signature for one purpose is none for another. */
export const SIGNED_PREFIX = 'minhai.edition-transition/1\n';

export const STEPS = ['draft', 'reviewed', 'published'] as const;

export type EditionState = (typeof STEPS)[number] | 'withdrawn';

/** `sm2-sm3`: with an empty distinguishing identifier, the only one that OpenSSL offers through Node 20. */
export type KeyAlgorithm = 'ed25519' | 'sm2-sm3';

export interface PublicEditionKey {
  /** SHA-256 of the public key’s DER bytes, hex. */
  readonly id: string;
  readonly algorithm: KeyAlgorithm;
  /** SubjectPublicKeyInfo, DER, base64. */
  readonly publicKey: string;
}

/** What a signature of a step says. */
export interface Statement {
  readonly edition: string;
  /** SHA-256 of the contents, hex. */
  readonly digest: string;
  /** 1 for the draft. */
  readonly sequence: number;
  readonly state: EditionState;
  /** Name of the reader who took the step. */
  readonly by: string;
  /** RFC 3339. */
  readonly at: string;
  /** Only of a withdrawal. */
  readonly reason: string | null;
  /** Id of the key that signs. */
  readonly key: string;
  /** SHA-256 of the transition before with its signature, hex; null for the draft. */
  readonly previous: string | null;
}

export interface Transition extends Statement {
  /** Base64. */
  readonly signature: string;
}

/** What is handed out: one canonical JSON text, of which every byte is covered by a digest or a signature. */
export interface EditionFile {
  readonly format: typeof FILE_FORMAT;
  readonly edition: Readonly<Record<string, JsonValue>>;
  readonly digest: string;
  readonly keys: readonly PublicEditionKey[];
  readonly transitions: readonly Transition[];
}
