import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalText, type JsonValue } from './canonical-text.js';
import {
  FILE_FORMAT,
  type EditionFile,
  type EditionState,
  type KeyAlgorithm,
  type Transition,
} from './edition-file.js';
import { chainDigest, sha256, verifyEdition } from './edition-verifier.js';
import { type SigningKey, openSigningKey } from './signing-key.js';

const directory = mkdtempSync(join(tmpdir(), 'minhai-editions-'));
afterAll(() => rmSync(directory, { recursive: true }));

const keyOf = (algorithm: KeyAlgorithm, name: string = algorithm): SigningKey =>
  openSigningKey({ file: join(directory, 'keys', name), algorithm });

const rows = [{ code: '310105', level: 'DISTRICT' }];
const definition = { id: 'chn-eldercare-beds', unit: '张' };
const contents = {
  definitions: [{ id: definition.id, digest: sha256(canonicalText(definition)), definition }],
  divisions: { digest: sha256(canonicalText(rows)), rows },
  figures: [{ indicator: definition.id, region: '310105', value: '135' }],
};

type Step = readonly [EditionState, string];
const THREE: readonly Step[] = [
  ['draft', 'zhao.min'],
  ['reviewed', 'qian.li'],
  ['published', 'sun.wei'],
];

function fileOf(
  steps: readonly Step[],
  key: SigningKey,
  edition: EditionFile['edition'] = contents,
): EditionFile {
  const digest = sha256(canonicalText(edition));
  const transitions: Transition[] = [];
  for (const [state, by] of steps) {
    const before = transitions.at(-1);
    transitions.push(
      key.sign({
        edition: '310105-2020-1',
        digest,
        sequence: transitions.length + 1,
        state,
        by,
        at: '2021-03-01T09:00:00+08:00',
        reason: state === 'withdrawn' ? '示例原因' : null,
        previous: before ? chainDigest(before) : null,
      }),
    );
  }
  return { format: FILE_FORMAT, edition, digest, keys: [key.public], transitions };
}

const bytesOf = (file: EditionFile): Buffer => Buffer.from(canonicalText(file as unknown as JsonValue));
const checks = (file: EditionFile) =>
  verifyEdition(bytesOf(file)).problems.map(({ check, pointer }) => `${check} ${pointer}`);

describe.each(['ed25519', 'sm2-sm3'] as const)('an edition signed with %s', (algorithm) => {
  const key = keyOf(algorithm);
  const file = fileOf(THREE, key);

  it('is valid as exported, by the key that is trusted', () => {
    expect(verifyEdition(bytesOf(file), [key.public.id])).toMatchObject({
      valid: true,
      problems: [],
      claim: { edition: '310105-2020-1', state: 'published' },
    });
    expect(openSigningKey({ file: join(directory, 'keys', algorithm), algorithm }).public).toEqual(
      key.public,
    );
  });

  it('given any byte changed anywhere, names what is wrong', () => {
    const bytes = bytesOf(file);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const tampered = Buffer.from(bytes);
        tampered[at]! ^= flip;
        const { valid, problems } = verifyEdition(tampered);
        expect(valid).toBe(false);
        expect(problems[0]!.message).not.toBe('');
      }),
      { numRuns: 400 },
    );
  });
});

describe('an edition that was tampered with', () => {
  const key = keyOf('ed25519');
  const file = fileOf(THREE, key);
  const changed = (transition: number, change: Partial<Transition>): EditionFile => ({
    ...file,
    transitions: file.transitions.map((one, i) => (i === transition ? { ...one, ...change } : one)),
  });

  it('given another figure, names the digest', () => {
    const edition = { ...contents, figures: [{ ...contents.figures[0]!, value: '136' }] };
    expect(checks({ ...file, edition })).toEqual(['DIGEST /digest']);
  });

  it('given another definition or division under an old digest, names that digest, though all was signed anew', () => {
    const definitions = [{ ...contents.definitions[0]!, definition: { ...definition, unit: '万张' } }];
    expect(checks(fileOf(THREE, key, { ...contents, definitions }))).toEqual([
      'DIGEST /edition/definitions/0/digest',
    ]);
    const divisions = { ...contents.divisions, rows: [] };
    expect(checks(fileOf(THREE, key, { ...contents, divisions }))).toEqual([
      'DIGEST /edition/divisions/digest',
    ]);
  });

  it('given another name or time in a step, names its signature and the chain behind it', () => {
    expect(checks(changed(0, { by: 'li.si' }))).toEqual([
      'SIGNATURE /transitions/0/signature',
      'CHAIN /transitions/1/previous',
    ]);
  });

  it('given a step left out, names chain and state', () => {
    const transitions = [file.transitions[0]!, file.transitions[2]!];
    expect(checks({ ...file, transitions })).toEqual([
      'CHAIN /transitions/1/sequence',
      'CHAIN /transitions/1/previous',
      'STATE /transitions/1/state',
    ]);
  });

  it('given a person who took two steps, names him even when everything was signed', () => {
    const twice: readonly Step[] = [THREE[0]!, ['reviewed', 'zhao.min'], THREE[2]!];
    expect(checks(fileOf(twice, key))).toEqual(['PERSONS /transitions/1/by']);
  });

  it('given everything signed anew with another key, is whole but not to be trusted', () => {
    const forged = bytesOf(fileOf(THREE, keyOf('ed25519', 'forger')));
    expect(verifyEdition(forged).valid).toBe(true);
    expect(verifyEdition(forged, [key.public.id]).problems).toMatchObject([
      { check: 'TRUST', pointer: '/keys/0/id' },
    ]);
  });

  it('given a withdrawal, is valid and ends there', () => {
    const withdrawn: readonly Step[] = [...THREE, ['withdrawn', 'sun.wei']];
    expect(verifyEdition(bytesOf(fileOf(withdrawn, key)))).toMatchObject({
      valid: true,
      claim: { state: 'withdrawn' },
    });
    expect(checks(fileOf([...withdrawn, ['published', 'wu.jun']], key))).toEqual([
      'STATE /transitions/4/state',
    ]);
  });

  it('given no file at all, a text or a list, says so', () => {
    for (const text of ['', 'x', '[]', '{"a":1}', '{"a": 1}'])
      expect(verifyEdition(Buffer.from(text)).problems).toMatchObject([{ check: 'FORMAT' }]);
  });
});

describe('the signing key', () => {
  it('given a file with a key of another kind, or none configured, refuses and says what to set', () => {
    keyOf('ed25519', 'taken');
    expect(() => keyOf('sm2-sm3', 'taken')).toThrow('is ed25519, not sm2-sm3');
    expect(() => openSigningKey({ file: undefined, algorithm: 'ed25519' })).toThrow('set EDITION_KEY_FILE');
  });
});
