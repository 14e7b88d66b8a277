import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Message } from 'kafkajs';
import { PartitionedMessages } from './partitioned-messages.js';

interface Grouping {
  readonly topic: string;
  readonly partitionMetadata: readonly object[];
  readonly messages: Message[];
  readonly partitioner: (choice: { message: Message }) => number;
}

const theirs = createRequire(import.meta.url)('kafkajs/src/producer/groupMessagesPerPartition') as (
  grouping: Grouping,
) => Record<string, Message[]>;

const grouped = (messages: Message[]): Record<string, Message[]> => {
  let turn = 0;
  const partitioner = ({ message }: { message: Message }): number => (message.partition ??= (turn += 1) % 3);
  return theirs({ topic: 'any', partitionMetadata: [{}, {}, {}], messages, partitioner });
};

const message = fc.record(
  { value: fc.constant('x'), key: fc.string(), partition: fc.nat(2) },
  { requiredKeys: ['value', 'key'] },
);

describe('PartitionedMessages', () => {
  it('given messages with and without partition, then kafkajs has the groups it would have made itself', () => {
    fc.assert(
      fc.property(fc.array(message), (messages) => {
        const ours = PartitionedMessages.from(messages.map((one) => ({ ...one })));
        expect(ours).toBeInstanceOf(PartitionedMessages);
        expect(grouped(ours)).toEqual(grouped(messages.map((one) => ({ ...one }))));
      }),
    );
  });

  it('given messages with partition only, then kafkajs’s step, which copies, is never asked', () => {
    const placed = PartitionedMessages.from({ length: 3 }, () => ({ value: 'x', partition: 1 }));
    const step = (): never => {
      throw new Error('asked');
    };
    expect(placed.reduce<Record<number, Message[]>>(step, {})[1]).toHaveLength(3);
  });
});
