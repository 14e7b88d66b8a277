import type { Consumer, Kafka } from 'kafkajs';
import { CrashBudget } from './crash-budget.js';
import type { KafkaJsSettings } from './options.js';

/** kafkajs's own consumer, as we want it to fetch, to keep its place in the group and to start again. */
export function nativeConsumer(kafka: Kafka, settings: KafkaJsSettings, groupId: string): Consumer {
  const crashes = new CrashBudget(Date.now);
  return kafka.consumer({
    groupId,
    sessionTimeout: settings.sessionTimeoutMs,
    heartbeatInterval: settings.heartbeatIntervalMs,
    maxBytesPerPartition: settings.maxBytesPerPartition,
    maxBytes: settings.maxBytes,
    maxWaitTimeInMs: settings.maxWaitMs,
    minBytes: settings.minBytes,
    allowAutoTopicCreation: false,
    retry: { restartOnFailure: async () => crashes.allowsRestart() },
  });
}
