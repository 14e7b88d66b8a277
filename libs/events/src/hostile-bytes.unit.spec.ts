import { describe, expect, it } from '@jest/globals';
import { formatDecimal } from '@minhai/domain';
import { isCode } from '@minhai/errors';
import fc from 'fast-check';
import type { FieldShape, SchemaVersion, Shape } from './index.js';
import {
  compilePreflight,
  judge,
  loadCatalogue,
  readHttpEvent,
  readJsonEvent,
  readKafkaEvent,
  toKafkaRecord,
} from './index.js';
import { NOW, VALID_SAMPLES } from './schema-samples.spec.js';

const catalogue = loadCatalogue();
const versions = catalogue.all().flatMap((eventType) => eventType.versions);
const preflights = new Map(versions.map((version) => [version, compilePreflight(version.shape)]));
const MAXIMUM_MS = 50;

const records = VALID_SAMPLES.map(({ event }) => {
  const outcome = readJsonEvent(event, catalogue);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return toKafkaRecord(outcome.value, catalogue);
});

/** Text no rule objects to, rare characters included. */
const text = fc.string({ unit: fc.constantFrom(...'aZ09-_ ·养老院𠮷㐂\ue000\uf90aé'), maxLength: 24 });

function valueOf(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'int':
      return fc.integer();
    case 'long':
      return fc.integer({ min: -(2 ** 52), max: 2 ** 52 });
    case 'date':
      return fc
        .date({ min: new Date('1800-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10));
    case 'decimal':
      return fc
        .bigInt({ min: 1n - 10n ** BigInt(shape.precision), max: 10n ** BigInt(shape.precision) - 1n })
        .map((unscaled) => formatDecimal({ unscaled, scale: shape.scale }));
    case 'array':
      return fc.array(valueOf(shape.items), { maxLength: 5 });
    case 'union':
      return fc.oneof(...shape.branches.map(valueOf));
    case 'record':
      return recordOf(shape.fields);
    default:
      return text;
  }
}

const recordOf = (fields: readonly FieldShape[]): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(fields.map(({ name, shape }) => [name, valueOf(shape)])));

/** Fields are dictionaries to avsc: compare as plain objects. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('payloads', () => {
  it.each(versions.map((version) => [version.urn, version] as const))(
    '%s: any valid payload encodes, passes the walk and decodes',
    (_, version) => {
      fc.assert(
        fc.property(recordOf(version.shape.fields), (payload) => {
          const framed = version.encode(payload);
          expect(preflights.get(version)!(framed, 5)).toBeUndefined();
          expect(plain(version.decode(framed))).toEqual(plain(payload));
        }),
        { numRuns: 40 },
      );
    },
  );
});

/** What an attacker or a broken disk does to valid bytes. */
const mutation = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: fc.nat(), bit: fc.nat({ max: 7 }) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat() }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.nat(),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 10 }),
  }),
  fc.record({
    kind: fc.constant('varint' as const),
    at: fc.nat(),
    value: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  }),
);

type Mutation = typeof mutation extends fc.Arbitrary<infer M> ? M : never;

function mutate(framed: Buffer, change: Mutation): Buffer {
  const at = 5 + (change.at % Math.max(1, framed.length - 5));
  const head = framed.subarray(0, at);
  switch (change.kind) {
    case 'flip': {
      const flipped = Buffer.from(framed);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << change.bit);
      return flipped;
    }
    case 'cut':
      return head;
    case 'insert':
      return Buffer.concat([head, change.bytes, framed.subarray(at)]);
    case 'varint':
      return Buffer.concat([head, zigZag(change.value), framed.subarray(at + 1)]);
  }
}

function zigZag(value: bigint): Buffer {
  const bytes: number[] = [];
  for (let rest = BigInt.asUintN(64, (value << 1n) ^ (value >> 63n)); ; rest >>= 7n) {
    if (rest <= 0x7fn) return Buffer.from([...bytes, Number(rest)]);
    bytes.push(Number(rest & 0x7fn) | 0x80);
  }
}

/** Bytes that are dear are dear every time; a busy machine is not, so what was slow once gets two more chances. */
function isSoon(work: () => void): boolean {
  return [1, 2, 3].some(() => {
    const started = performance.now();
    work();
    return performance.now() - started < MAXIMUM_MS;
  });
}

/** Every answer is a value that encodes again, or a code of the closed list; and it comes soon. */
function expectVerdict(version: SchemaVersion, value: Buffer): void {
  const soon = isSoon(() => {
    const problem = preflights.get(version)!(value, 5);
    if (problem) expect(isCode(problem.code)).toBe(true);
    else version.encode(version.decode(value));
  });
  expect(soon).toBe(true);
}

describe('hostile bytes', () => {
  it('given valid encodings with a few mutations, then the walk answers or the decoder is safe', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...records),
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        (record, changes) => {
          const value = changes.reduce(mutate, record.value);
          expectVerdict(catalogue.findSchema(record.value.readInt32BE(1))!, value);
          const outcome = readKafkaEvent({ ...record, value }, catalogue);
          if (outcome.ok) judge(outcome.value, { now: NOW, catalogue });
          else expect(outcome.problems.every(({ code }) => isCode(code))).toBe(true);
        },
      ),
      { numRuns: 2500 },
    );
  });

  it('given arbitrary bytes behind a valid frame, then the same', () => {
    fc.assert(
      fc.property(fc.constantFrom(...records), fc.uint8Array({ maxLength: 64 }), (record, bytes) => {
        const value = Buffer.concat([record.value.subarray(0, 5), bytes]);
        expectVerdict(catalogue.findSchema(value.readInt32BE(1))!, value);
      }),
      { numRuns: 2500 },
    );
  });

  it('given arbitrary headers, then closed codes', () => {
    const header = fc.oneof(
      fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
      fc.constant(undefined),
    );
    const names = Object.keys(records[0]!.headers);
    fc.assert(
      fc.property(
        fc.constantFrom(...records),
        fc.dictionary(fc.constantFrom(...names, 'ce_x'), header),
        (record, headers) => {
          const outcome = readKafkaEvent(
            { ...record, headers: { ...record.headers, ...headers } },
            catalogue,
          );
          if (!outcome.ok) expect(outcome.problems.every(({ code }) => isCode(code))).toBe(true);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('given arbitrary JSON in place of any member of an event, then closed codes', () => {
    const members = fc.record({
      sample: fc.constantFrom(...VALID_SAMPLES),
      name: fc.nat(),
      value: fc.jsonValue({ maxDepth: 3 }),
      inData: fc.boolean(),
    });
    fc.assert(
      fc.property(members, ({ sample: { event }, name, value, inData }) => {
        const target = (inData ? event['data'] : event) as Record<string, unknown>;
        const keys = Object.keys(target);
        const changed = { ...target, [keys[name % keys.length]!]: value };
        const outcome = readHttpEvent(
          JSON.stringify(inData ? { ...event, data: changed } : changed),
          catalogue,
        );
        const problems = outcome.ok
          ? judge(outcome.value, { now: NOW, catalogue }).problems
          : outcome.problems;
        expect(problems.every(({ code }) => isCode(code))).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});
