// Not a suite: the main module of the processes that abandoned-seats.int.spec.ts starts and kills.
import { kafkaJsClient } from './client.js';

const { BROKERS, GROUP, TOPIC } = process.env as Record<string, string>;

const consumer = kafkaJsClient({ brokers: BROKERS!.split(','), clientId: 'member' }).consumer({
  groupId: GROUP!,
  topics: [TOPIC!],
  concurrency: 1,
  stallMs: 60_000,
  onStalled: () => process.exit(1),
});

await consumer.start({
  assigned: async () => 0n,
  revoked: () => undefined,
  handle: async ({ records }) => records.at(-1)!.offset + 1n,
});
process.send!('joined');
