import { PassThrough } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { ArrivalWatch } from './arrival-watch.js';
import { inflate } from './inflate.js';
import { MemoryBudget } from './memory-budget.js';
import { receiveBody, receiveWholeBody } from './receive-body.js';

const LIMITS = { bytes: 100, longestMs: 60_000 };

const reception = (budgetBytes = 1 << 20) => {
  const clock = { now: 0 };
  const watch = new ArrivalWatch({ minBytesPerSecond: 1024, graceMs: 10_000 }, () => clock.now);
  return { clock, watch, budget: new MemoryBudget(budgetBytes) };
};

const streamOf = (...chunks: string[]): PassThrough => {
  const stream = new PassThrough();
  for (const chunk of chunks) stream.write(chunk);
  return stream;
};

describe('receiveWholeBody', () => {
  it('puts the chunks together and gives the memory back', async () => {
    const shared = reception();
    const stream = streamOf('长', '宁', '区');
    stream.end();
    expect((await receiveWholeBody(stream, LIMITS, shared)).toString()).toBe('长宁区');
    expect(shared.budget.inUse).toBe(0);
  });

  it.each([
    [99, true],
    [100, true],
    [101, false],
  ])('of %i bytes at a limit of 100', async (length, fits) => {
    const stream = streamOf('x'.repeat(60), 'x'.repeat(length - 60));
    stream.end();
    const body = receiveWholeBody(stream, LIMITS, reception());
    if (fits) await expect(body).resolves.toHaveLength(length);
    else await expect(body).rejects.toMatchObject({ status: 413, code: 'SIZE' });
  });

  it('is put off when other bodies hold all the memory', async () => {
    const stream = streamOf('x'.repeat(50), 'x'.repeat(50));
    await expect(receiveWholeBody(stream, LIMITS, reception(99))).rejects.toMatchObject({ policy: 'retry' });
  });

  it('fails when the sender goes away', async () => {
    const stream = streamOf('x');
    const body = receiveWholeBody(stream, LIMITS, reception());
    stream.destroy();
    await expect(body).rejects.toMatchObject({ status: 400, code: 'BODY' });
  });
});

describe('a slow sender', () => {
  it('is ended when he stays below the rate after the grace', async () => {
    const { clock, watch } = reception();
    const body = receiveBody(streamOf('x'), watch, () => undefined);
    await new Promise(setImmediate);
    clock.now = 10_000;
    watch.check();
    clock.now = 10_001;
    watch.check();
    await expect(body).rejects.toMatchObject({ status: 400, code: 'BODY' });
  });

  it('is left alone while he keeps the rate, until the longest time', async () => {
    const { clock, watch } = reception();
    const stream = streamOf('x'.repeat(70_000));
    const body = receiveBody(stream, watch, () => undefined, 60_000);
    await new Promise(setImmediate);
    clock.now = 60_000;
    watch.check();
    clock.now = 60_001;
    watch.check();
    await expect(body).rejects.toMatchObject({ code: 'BODY' });
  });

  it('is not blamed for the time we make him wait', async () => {
    const { clock, watch } = reception();
    const stream = streamOf('x');
    let goOn = (): void => undefined;
    const body = receiveBody(stream, watch, () => new Promise<void>((resolve) => (goOn = resolve)));
    await new Promise(setImmediate);
    clock.now = 1_000_000;
    watch.check();
    goOn();
    stream.end();
    await expect(body).resolves.toBeUndefined();
  });
});

describe('receiveBody', () => {
  it('reads no further chunk before the handler is done with the one before', async () => {
    const { watch } = reception();
    const stream = streamOf('a', 'b', 'c');
    stream.end();
    let inside = 0;
    const seen: string[] = [];
    await receiveBody(stream, watch, async (chunk) => {
      expect(++inside).toBe(1);
      await new Promise(setImmediate);
      seen.push(chunk.toString());
      inside--;
    });
    expect(seen.join('')).toBe('abc');
  });
});

describe('a body that breaks off', () => {
  it('is not reported before the handler is done with the chunk in hand', async () => {
    const { watch } = reception();
    const stream = streamOf('a');
    let goOn = (): void => undefined;
    const steps: string[] = [];
    const body = receiveBody(stream, watch, () => new Promise<void>((resolve) => (goOn = resolve))).catch(
      () => {
        steps.push('reported');
      },
    );
    await new Promise(setImmediate);
    stream.destroy();
    await new Promise(setImmediate);
    steps.push('done');
    goOn();
    await body;
    expect(steps).toEqual(['done', 'reported']);
  });

  it('reports what the handler failed with', async () => {
    const failing = receiveBody(streamOf('a'), reception().watch, () => Promise.reject(new Error('no room')));
    await expect(failing).rejects.toThrow('no room');
  });
});

describe('inflate', () => {
  const limits = { freeBytes: 10_000, maxRatio: 10 };
  const read = async (packed: Buffer, within = limits): Promise<number> => {
    const source = new PassThrough();
    source.end(packed);
    let bytes = 0;
    await receiveBody(inflate(source, within), reception().watch, (chunk) => void (bytes += chunk.length));
    return bytes;
  };

  it('does not mind the ratio of a small body, to the byte', async () => {
    await expect(read(gzipSync(Buffer.alloc(9_999)))).resolves.toBe(9_999);
    await expect(read(gzipSync(Buffer.alloc(10_000)))).resolves.toBe(10_000);
    await expect(read(gzipSync(Buffer.alloc(10_001)))).rejects.toMatchObject({ code: 'INFLATE' });
  });

  it('takes a larger one up to the ratio, to the byte', async () => {
    const body = gzipSync(Buffer.alloc(10_001));
    const ofRatio = (bytes: number) => read(body, { ...limits, maxRatio: bytes / body.length });
    await expect(ofRatio(10_002)).resolves.toBe(10_001);
    await expect(ofRatio(10_001)).resolves.toBe(10_001);
    await expect(ofRatio(10_000)).rejects.toMatchObject({ code: 'INFLATE' });
  });

  it('stops a bomb', async () => {
    await expect(read(gzipSync(Buffer.alloc(10_000_000)))).rejects.toMatchObject({
      status: 413,
      code: 'INFLATE',
    });
  });

  it.each([
    ['cut short', gzipSync('abc').subarray(0, 15)],
    ['not gzip', Buffer.from('abc')],
    ['empty', Buffer.alloc(0)],
  ])('refuses a body that is %s', async (_, packed) => {
    await expect(read(packed)).rejects.toMatchObject({ status: 400, code: 'BODY' });
  });
});
