import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RawHeaders } from '../../port.js';
import { crc32c } from './crc32c.js';
import { decodeFetchResponse } from './fetch-response.js';
import { encodeProduceRequest, type ProduceRequest } from './produce-request.js';
import { FetchDecoding, MAX_INFLATED_BYTES } from './record-batch-decoder.js';
import type { WireRecord } from './record-decoder.js';

const require = createRequire(import.meta.url);
const theirRequest = require('kafkajs/src/protocol/requests/produce/v3/request') as (request: object) => {
  encode(): Promise<{ buffer: Buffer }>;
};

const NOW = 1_600_000_000_000;

interface Message {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Record<string, Buffer>;
  readonly passedOn?: RawHeaders;
}

const requestOf = (messages: readonly Message[]): ProduceRequest => ({
  acks: -1,
  timeout: 1_000,
  producerId: '4000',
  producerEpoch: 3,
  topicData: [{ topic: 'mca.intake.ref', partitions: [{ partition: 2, firstSequence: 17, messages }] }],
});

/** The record batch inside an encoded request with one topic and one partition. */
const batchOf = (request: Buffer): Buffer =>
  request.subarray(request.indexOf('mca.intake.ref') + 14 + 4 + 4 + 4);

const anyBytes = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
const anyMessage = fc.record<Message>({
  key: fc.option(anyBytes),
  value: fc.option(anyBytes),
  headers: fc.dictionary(
    fc.string({ minLength: 1, maxLength: 20 }).filter((name) => name !== '__proto__'),
    anyBytes,
    {
      maxKeys: 6,
      noNullPrototype: true,
    },
  ),
});

describe('produce request', () => {
  it('given any messages, then its bytes are those kafkajs would write', async () => {
    const realNow = Date.now;
    Date.now = () => NOW;
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(anyMessage, { minLength: 1, maxLength: 20 }), async (messages) => {
          const request = requestOf(messages);
          const theirs = await theirRequest({ ...request, transactionalId: null }).encode();
          expect(encodeProduceRequest(request, NOW).equals(theirs.buffer)).toBe(true);
        }),
      );
    } finally {
      Date.now = realNow;
    }
  });
});

const plain = ({ key, value, headers }: WireRecord) => ({ key, value, headers });

const message = (text: string): Message => ({ key: Buffer.from('k'), value: Buffer.from(text), headers: {} });

/** Sets fields of a batch and makes its checksum right again. */
const rewritten = (batch: Buffer, change: (bytes: Buffer) => void): Buffer => {
  const copy = Buffer.from(batch);
  change(copy);
  copy.writeUInt32BE(crc32c(copy, 21, copy.length), 17);
  return copy;
};

const at = (batch: Buffer, baseOffset: bigint): Buffer =>
  rewritten(batch, (bytes) => bytes.writeBigInt64BE(baseOffset, 0));

const compressed = (batch: Buffer, body: Buffer, count: number): Buffer => {
  const whole = Buffer.concat([batch.subarray(0, 61), gzipSync(body)]);
  return rewritten(whole, (bytes) => {
    bytes.writeInt32BE(bytes.length - 12, 8);
    bytes.writeInt16BE(1, 21);
    bytes.writeInt32BE(count - 1, 23);
    bytes.writeInt32BE(count, 57);
  });
};

const decode = (...batches: Buffer[]): Promise<WireRecord[]> =>
  new FetchDecoding().records(Buffer.concat(batches));

describe('record batches', () => {
  const batch = batchOf(encodeProduceRequest(requestOf([message('a'), message('b'), message('c')]), NOW));

  it('given any messages, when encoded and decoded, then they are the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyMessage, { minLength: 1, maxLength: 20 }), async (messages) => {
        const records = await decode(at(batchOf(encodeProduceRequest(requestOf(messages), NOW)), 1_000n));
        expect(records.map(plain)).toEqual(messages);
        expect(records.map(({ offset }) => offset)).toEqual(
          messages.map((_, index) => 1_000n + BigInt(index)),
        );
        expect(records.every(({ timestamp }) => timestamp === NOW)).toBe(true);
      }),
    );
  });

  it('given headers passed on as they were read, then they stand before the others as if made anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyMessage, { minLength: 1, maxLength: 5 }), async (messages) => {
        const position = Buffer.from('17');
        const read = await decode(batchOf(encodeProduceRequest(requestOf(messages), NOW)));
        const passed = read.map(({ key, value, rawHeaders }) => ({
          key,
          value,
          headers: { position },
          passedOn: rawHeaders!,
        }));
        const anew = messages.map((one) => ({ ...one, headers: { ...one.headers, position } }));
        const isOnce = messages.every(({ headers }) => !('position' in headers));
        const request = encodeProduceRequest(requestOf(passed), NOW);
        if (isOnce) expect(request.equals(encodeProduceRequest(requestOf(anew), NOW))).toBe(true);
      }),
    );
  });

  it('given names that change from record to record, then each record keeps its own', async () => {
    const named = (...names: string[]) => ({
      ...message('x'),
      headers: Object.fromEntries(names.map((name) => [name, Buffer.from(name)])),
    });
    const messages = [
      named('a', 'b'),
      named('a', 'b'),
      named('a'),
      named('a', 'c', 'd'),
      named(),
      named('b'),
    ];
    const records = await decode(batchOf(encodeProduceRequest(requestOf(messages), NOW)));
    expect(records.map(({ rawHeaders }) => rawHeaders!.names)).toEqual(
      messages.map(({ headers }) => Object.keys(headers)),
    );
    expect(records.map(plain)).toEqual(messages);
    expect(records[1]!.rawHeaders!.names).toBe(records[0]!.rawHeaders!.names);
  });

  it('reads no more headers of a record than any event has, and the record all the same', async () => {
    const headers = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, index) => [`h${index}`, Buffer.alloc(1)]),
    );
    const hostile = { key: null, value: Buffer.from('v'), headers };
    const records = await decode(batchOf(encodeProduceRequest(requestOf([hostile, message('next')]), NOW)));
    expect(Object.keys(records[0]!.headers)).toHaveLength(256);
    expect(records[0]!.rawHeaders).toBeUndefined();
    expect(records.map(({ value }) => value!.toString())).toEqual(['v', 'next']);
  });

  it('leaves a batch the byte limit cut off to the next fetch', async () => {
    const cut = batch.subarray(0, batch.length - 1);
    expect(await decode(batch, cut)).toHaveLength(3);
    expect(await decode(cut)).toEqual([]);
  });

  it('reads gzip', async () => {
    const records = await decode(compressed(batch, batch.subarray(61), 3));
    expect(records.map(({ value }) => value!.toString())).toEqual(['a', 'b', 'c']);
  });

  it('inflates up to the limit, to the byte', async () => {
    const body = batch.subarray(61);
    const inflatingTo = (bytes: number) =>
      decode(compressed(batch, Buffer.concat([body, Buffer.alloc(bytes - body.length)]), 3));
    const verdicts = [];
    for (const bytes of [MAX_INFLATED_BYTES - 1, MAX_INFLATED_BYTES, MAX_INFLATED_BYTES + 1])
      verdicts.push((await inflatingTo(bytes)).map(({ unreadable }) => unreadable?.code ?? 'read'));
    expect(verdicts).toEqual([['read', 'read', 'read'], ['read', 'read', 'read'], ['INFLATE']]);
  });

  it.each([
    ['inflates beyond the limit', compressed(batch, Buffer.alloc(MAX_INFLATED_BYTES + 1), 3), 'INFLATE'],
    ['is not gzip', rewritten(batch, (bytes) => bytes.writeInt16BE(1, 21)), 'FRAME'],
    ['is of an unsupported codec', rewritten(batch, (bytes) => bytes.writeInt16BE(3, 21)), 'FRAME'],
    ['claims more records than it holds', rewritten(batch, (bytes) => bytes.writeInt32BE(4, 57)), 'FRAME'],
    [
      'claims absurdly many records',
      rewritten(batch, (bytes) => bytes.writeInt32BE(2 ** 31 - 1, 57)),
      'INFLATE',
    ],
    ['is of an older format', rewritten(batch, (bytes) => bytes.writeInt8(1, 16)), 'FRAME'],
    ['fails its checksum', Buffer.concat([batch.subarray(0, -1), Buffer.from([batch.at(-1)! ^ 1])]), 'FRAME'],
  ])(
    'given a batch that %s, then its offsets are reported and the next one is read',
    async (_, broken, code) => {
      const records = await decode(at(batch, 10n), at(broken, 13n), at(batch, 16n));
      const [bad] = records.splice(3, 1);
      expect(bad).toMatchObject({
        offset: 15n,
        key: null,
        value: null,
        unreadable: { code, firstOffset: 13n },
      });
      expect(records.map(({ offset }) => Number(offset))).toEqual([10, 11, 12, 16, 17, 18]);
    },
  );

  it('given any flipped bit behind the length, then it never throws and never tells a wrong record', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: (batch.length - 16) * 8 - 1 }), async (bit) => {
        const broken = Buffer.from(batch);
        broken[16 + (bit >> 3)]! ^= 1 << (bit & 7);
        const records = await decode(broken);
        expect(records).toHaveLength(1);
        expect(records[0]!.unreadable?.code).toBe('FRAME');
      }),
      { numRuns: 300 },
    );
  });

  it('given random bytes under a right checksum, then only whole records or a report come out', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 80 }),
        fc.nat({ max: 20 }),
        async (body, count) => {
          const broken = rewritten(Buffer.concat([batch.subarray(0, 61), body]), (bytes) => {
            bytes.writeInt32BE(bytes.length - 12, 8);
            bytes.writeInt32BE(count, 57);
          });
          const records = await decode(broken);
          expect(
            records.some(({ unreadable }) => unreadable) ? records.length === 1 : records.length === count,
          ).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('fetch response', () => {
  it('carries records, watermarks and errors of every partition', async () => {
    const batch = batchOf(encodeProduceRequest(requestOf([message('a')]), NOW));
    const partition = (id: number, errorCode: number, records: Buffer): Buffer => {
      const fixed = Buffer.alloc(4 + 2 + 8 + 8 + 8 + 4 + 4 + 4);
      fixed.writeInt32BE(id, 0);
      fixed.writeInt16BE(errorCode, 4);
      fixed.writeBigInt64BE(50n, 6);
      fixed.writeBigInt64BE(42n, 14);
      fixed.writeInt32BE(-1, 34);
      fixed.writeInt32BE(records.length || -1, 38);
      return Buffer.concat([fixed, records]);
    };
    const head = Buffer.from([0, 0, 0, 9, 0, 0, 0, 0, 0, 7, 0, 0, 0, 1, 0, 1, 0x74, 0, 0, 0, 2]);
    const response = await decodeFetchResponse(
      Buffer.concat([head, partition(0, 0, batch), partition(1, 6, Buffer.alloc(0))]),
    );
    expect(response).toMatchObject({ clientSideThrottleTime: 9, errorCode: 0, sessionId: 7 });
    expect(response.responses[0]).toMatchObject({
      topicName: 't',
      partitions: [
        { partition: 0, errorCode: 0, highWatermark: '42', messages: [{ value: Buffer.from('a') }] },
        { partition: 1, errorCode: 6, highWatermark: '42', messages: [] },
      ],
    });
  });
});

describe('crc32c', () => {
  it('gives the check value of the standard', () => {
    expect(crc32c(Buffer.from('123456789'), 0, 9)).toBe(0xe3069283);
  });
});
