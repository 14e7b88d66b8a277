import type { Message } from 'kafkajs';

type Groups = Record<number, Message[]>;

/**
 * The messages of one topic and request. kafkajs groups them by partition with `reduce`, and copies the group for every
 * message: quadratic in time, and kilobytes of garbage a record. Asked to reduce, this groups them in one pass instead;
 * kafkajs's own step is asked only for what has no partition yet, which its partitioner writes into the message.
 */
export class PartitionedMessages extends Array<Message> {
  override reduce<U>(step: (groups: U, message: Message, index: number, all: Message[]) => U): U {
    const groups: Groups = {};
    for (let i = 0; i < this.length; i++) {
      const message = this[i]!;
      if (message.partition === undefined) step({} as U, message, i, this);
      (groups[message.partition!] ??= []).push(message);
    }
    return groups as U;
  }
}
