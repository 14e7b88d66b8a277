import { createRequire } from 'node:module';
import { type ConsumerGroupClass, fetchAsMemberOnly } from './membership.js';
import { type RequestKind, replaceWireFormat } from './wire/replace.js';

const KAFKAJS_VERSION = '2.2.4';

let amended = false;

/**
 * Mends what kafkajs does wrong, once in a process. The library is unmaintained and its version pinned; anything else than
 * what we know refuses to start.
 */
export function amendKafkaJs(): void {
  if (amended) return;
  const require = createRequire(import.meta.url);
  const { version } = require('kafkajs/package.json') as { version: string };
  if (version !== KAFKAJS_VERSION) throw new Error(`kafkajs ${KAFKAJS_VERSION} is needed, found ${version}`);
  replaceWireFormat({
    fetch: require('kafkajs/src/protocol/requests/fetch') as RequestKind,
    produce: require('kafkajs/src/protocol/requests/produce') as RequestKind,
  });
  fetchAsMemberOnly(require('kafkajs/src/consumer/consumerGroup') as ConsumerGroupClass);
  amended = true;
}
