import type { Admin, KafkaClient, Producer } from '@minhai/kafka';

/** A Kafka that acknowledges at once and keeps nothing: what is left is the cost of HTTP. */
export const discardingKafka: KafkaClient = {
  producer: (): Promise<Producer> =>
    Promise.resolve({ send: () => Promise.resolve(), close: () => Promise.resolve() }),
  admin: (): Promise<Admin> =>
    Promise.resolve({
      ensureTopics: () => Promise.resolve(),
      partitionCount: () => Promise.resolve(1),
      close: () => Promise.resolve(),
    }),
  consumer: () => {
    throw new TypeError('nothing is kept, so nothing can be consumed');
  },
};
