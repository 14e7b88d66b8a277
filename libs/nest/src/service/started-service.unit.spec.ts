import { Body, Controller, Get, Inject, Module, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RefusedError, RetryableError } from '@minhai/errors';
import { InMemoryKafka, type Producer, type RecordBatch, type TopicPartition } from '@minhai/kafka';
import { z } from 'zod';
import { OnAssigned, OnBatch, OnRevoked } from '../kafka/batch-handler.decorators.js';
import { connectBatchConsumer } from '../kafka/connect-batch-consumer.js';
import { KafkaModule } from '../kafka/kafka.module.js';
import { createLogger } from '../logging/logger.js';
import { PRODUCER } from '../tokens.js';
import { Resources } from './resources.js';
import { startService, type RunningService } from './start-service.js';

const TOPIC = 'mca.intake.ref';
const kafka = new InMemoryKafka();

class Store {
  readonly values: string[] = [];
  nextOffset = 0n;
  failWith: Error | undefined;
  readonly revoked: TopicPartition[] = [];
}

@Controller()
class RecordsConsumer {
  constructor(@Inject(Store) private readonly store: Store) {}

  @OnAssigned('records')
  async assigned(): Promise<bigint> {
    return this.store.nextOffset;
  }

  @OnBatch('records')
  async handle({ records }: RecordBatch): Promise<bigint> {
    const failure = this.store.failWith;
    this.store.failWith = undefined;
    if (failure) throw failure;
    this.store.values.push(...records.map(({ value }) => value!.toString()));
    this.store.nextOffset = records.at(-1)!.offset + 1n;
    return this.store.nextOffset;
  }

  @OnRevoked('records')
  revoked(partition: TopicPartition): void {
    this.store.revoked.push(partition);
  }
}

const paging = z.object({ limit: z.coerce.number().int().min(1).max(100).default(10) });
const page = z.object({ limit: z.int(), next: z.string().nullable() });
const note = z.object({ text: z.string().min(1), tags: z.array(z.string()).default([]) });

@Controller('v1')
class NotesController {
  constructor(@Inject(PRODUCER) private readonly producer: Producer) {}

  @Get('notes')
  @ApiOkResponse({ standardSchema: page })
  list(@Query({ schema: paging }) { limit }: z.output<typeof paging>): z.output<typeof page> {
    return { limit, next: null };
  }

  @Get('notes/:id')
  one(@Param('id') id: string): unknown {
    if (id === 'away') throw new RetryableError('UNAVAILABLE', 'database is away');
    if (id === 'bug') throw new TypeError('cannot read properties of undefined');
    throw new RefusedError(404, 'NOT_FOUND');
  }

  @Post('notes')
  async add(@Body({ schema: note }) body: z.output<typeof note>): Promise<unknown> {
    await this.producer.send([
      { topic: TOPIC, records: [{ key: null, value: Buffer.from(body.text), headers: {}, partition: 0 }] },
    ]);
    return body;
  }
}

@Module({
  imports: [KafkaModule.register({ brokers: [], clientId: 'notes', client: kafka, producer: true })],
  controllers: [NotesController, RecordsConsumer],
  providers: [Store],
})
class NotesModule {}

const eventually = async (condition: () => boolean): Promise<void> => {
  const deadline = Date.now() + 5_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

describe('a started service', () => {
  let service: RunningService;
  let store: Store;
  const exits: number[] = [];
  const closed: string[] = [];

  beforeAll(async () => {
    const admin = await kafka.admin();
    await admin.ensureTopics([{ topic: TOPIC, partitions: 1, replicationFactor: 1, config: {} }]);
    service = await startService({
      name: 'notes',
      module: NotesModule,
      host: '127.0.0.1',
      port: 0,
      logger: createLogger('notes', 'silent'),
      docs: false,
      http: { bodyLimit: 1_000 },
      exit: (code) => exits.push(code),
      configure: (app) => {
        connectBatchConsumer(app, { consumer: 'records', groupId: 'notes', topics: [TOPIC], concurrency: 1 });
        const resources = app.get(Resources);
        resources.closeAt('database', async () => void closed.push('database'));
        resources.closeAt('producer', async () => void closed.push('producer'));
      },
    });
    store = service.app.get(Store);
  });

  afterAll(() => service.stop());

  const get = (path: string, init?: RequestInit): Promise<Response> => fetch(`${service.url}${path}`, init);
  const post = (body: string, type = 'application/json'): Promise<Response> =>
    get('/v1/notes', { method: 'POST', body, headers: { 'content-type': type } });

  it('is live and ready, and tells its lag', async () => {
    expect(await (await get('/health/live')).json()).toEqual({ status: 'live' });
    const ready = await get('/health/ready');
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ready', lag: 0, checks: { records: 'ok' } },
    ]);
  });

  it('publishes metrics of process and consumer', async () => {
    const text = await (await get('/metrics')).text();
    expect(text).toMatch(/process_cpu_user_seconds_total\{service="notes"\}/);
    expect(text).toMatch(/minhai_records_lag_records\{service="notes"\} 0/);
  });

  it('given a valid request, then defaults are filled in and the batch handler gets the record', async () => {
    expect(await (await get('/v1/notes?limit=7')).json()).toEqual({ limit: 7, next: null });
    const answer = await post(JSON.stringify({ text: 'hello' }));
    expect([answer.status, await answer.json()]).toEqual([201, { text: 'hello', tags: [] }]);
    await eventually(() => store.values.includes('hello'));
  });

  it('given a temporary failure of the handler, then the batch is repeated', async () => {
    store.failWith = new RetryableError('UNAVAILABLE', 'database is away');
    await post(JSON.stringify({ text: 'again' }));
    await eventually(() => store.values.includes('again'));
    expect(exits).toEqual([]);
  });

  it.each([
    ['/v1/notes?limit=1000', 400, 'QUERY'],
    ['/v1/notes/unknown', 404, 'NOT_FOUND'],
    ['/v1/nowhere', 404, 'NOT_FOUND'],
    ['/v1/notes/away', 503, 'UNAVAILABLE'],
    ['/v1/notes/bug', 500, 'HANDLER_ERROR'],
  ])('given %s, then it answers %d with problem details', async (path, status, code) => {
    const answer = await get(path, {
      headers: { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' },
    });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await answer.json()).toMatchObject({ status, code, traceId: '0af7651916cd43dd8448eb211c80319c' });
    expect(answer.headers.get('retry-after')).toBe(status === 503 ? '2' : null);
  });

  it.each([
    { what: 'not JSON', body: '{"text":', type: 'application/json', expected: { status: 400, code: 'BODY' } },
    {
      what: 'over the limit',
      body: 'x'.repeat(1_001),
      type: 'application/json',
      expected: { status: 413, code: 'SIZE' },
    },
    {
      what: 'of a type nobody reads',
      body: 'x',
      type: 'application/pdf',
      expected: { status: 415, code: 'MEDIA_TYPE' },
    },
    {
      what: 'missing a field',
      body: '{}',
      type: 'application/json',
      expected: { status: 400, code: 'QUERY' },
    },
  ])('given a body $what, then it is refused with problem details', async ({ body, type, expected }) => {
    const answer = await post(body, type);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await answer.json()).toMatchObject({
      ...expected,
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  it('describes itself as OpenAPI, with the schemas of its parameters', async () => {
    const document = (await (await get('/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, { post?: unknown; get?: unknown }>;
    };
    expect(Object.keys(document.paths)).toEqual(['/v1/notes', '/v1/notes/{id}']);
    expect(document.openapi).toBe('3.1.0');
    expect(JSON.stringify(document.paths['/v1/notes']!.post)).toContain('"text"');
    expect(JSON.stringify(document.paths['/v1/notes']!.get)).toContain('"next":{"type":["string","null"]}');
    expect(JSON.stringify(document.paths['/v1/notes']!.get)).toContain('"limit"');
  });

  it('given a bug in the handler, then the process ends with 1', async () => {
    store.failWith = new TypeError('a bug');
    await post(JSON.stringify({ text: 'last' }));
    await eventually(() => exits.length > 0);
    expect(exits).toEqual([1]);
    expect(store.values).not.toContain('last');
  });

  it('given a stop, then the consumer lets go first, then producers close, then the database', async () => {
    await service.stop();
    expect(store.revoked).toEqual([{ topic: TOPIC, partition: 0 }]);
    expect(closed).toEqual(['producer', 'database']);
    await expect(get('/health/live')).rejects.toThrow();
  });
});
