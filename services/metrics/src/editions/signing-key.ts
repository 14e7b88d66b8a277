import {
  type KeyObject,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { RefusedError } from '@minhai/errors';
import type { KeyAlgorithm, PublicEditionKey, Statement, Transition } from './edition-file.js';
import { sha256, signedBytes } from './edition-verifier.js';

export interface SigningKey {
  readonly public: PublicEditionKey;
  sign(statement: Omit<Statement, 'key'>): Transition;
}

export interface SigningKeySource {
  readonly file: string | undefined;
  readonly algorithm: KeyAlgorithm;
}

/** Object identifier of the curve in the DER bytes of an SM2 key: 1.2.156.10197.1.301. */
const SM2_CURVE = Buffer.from('06082a811ccf5501822d', 'hex');
const PROBE = Buffer.from('minhai');

/**
 * The key that signs editions, read from its file or made on first use, readable by its owner only. Throws RefusedError
 * 503 when no file is configured, when it holds a key of another kind, or when this Node cannot sign with it.
 */
export function openSigningKey({ file, algorithm }: SigningKeySource): SigningKey {
  if (file === undefined)
    throw new RefusedError(503, 'UNAVAILABLE', 'no key to sign with: set EDITION_KEY_FILE');
  const key = readKey(file) ?? makeKey(file, algorithm);
  const der = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const kind = algorithmOf(key, der);
  if (kind !== algorithm)
    throw new RefusedError(503, 'UNAVAILABLE', `the key in EDITION_KEY_FILE is ${kind}, not ${algorithm}`);
  if (!canSign(key, der, algorithm))
    throw new RefusedError(503, 'UNAVAILABLE', `this Node cannot sign with ${algorithm}; use ed25519`);
  const id = sha256(der);
  return {
    public: { id, algorithm, publicKey: der.toString('base64') },
    sign(statement) {
      const signed = { ...statement, key: id };
      return { ...signed, signature: sign(digestOf(algorithm), signedBytes(signed), key).toString('base64') };
    },
  };
}

const digestOf = (algorithm: KeyAlgorithm): string | null => (algorithm === 'ed25519' ? null : 'sm3');

function readKey(file: string): KeyObject | undefined {
  try {
    return createPrivateKey(readFileSync(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new RefusedError(503, 'UNAVAILABLE', 'EDITION_KEY_FILE holds no private key that can be read');
  }
}

/** Read back from the file: whichever process wrote it, all sign with the same; and an SM2 key is one only when read. */
function makeKey(file: string, algorithm: KeyAlgorithm): KeyObject {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, newKey(algorithm), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readKey(file)!;
}

function newKey(algorithm: KeyAlgorithm): string {
  try {
    const { privateKey } =
      algorithm === 'ed25519'
        ? generateKeyPairSync('ed25519')
        : generateKeyPairSync('ec', { namedCurve: 'SM2' });
    return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  } catch {
    throw new RefusedError(503, 'UNAVAILABLE', `this Node cannot make a key of ${algorithm}; use ed25519`);
  }
}

const algorithmOf = (key: KeyObject, der: Buffer): string =>
  der.includes(SM2_CURVE) ? 'sm2-sm3' : (key.asymmetricKeyType ?? 'of an unknown kind');

/** Proves it on the key as others will read it: some builds sign ECDSA on the curve of SM2, which is no SM2. */
function canSign(key: KeyObject, der: Buffer, algorithm: KeyAlgorithm): boolean {
  try {
    const reread = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify(digestOf(algorithm), PROBE, reread, sign(digestOf(algorithm), PROBE, key));
  } catch {
    return false;
  }
}
