import { createRequire } from 'node:module';
import { decodeFetchResponse } from './fetch-response.js';
import { encodeProduceRequest, type ProduceRequest } from './produce-request.js';

/** One request kind inside kafkajs: for a version, a function from arguments to the request and its response. */
interface RequestKind {
  protocol(choice: { version: number }): Exchange;
}

type Exchange = (parameters: never) => { readonly request: object; readonly response: object };

const FETCH_VERSION = 11;
const FIRST_RECORD_BATCH_VERSION = 3;
const KAFKAJS_VERSION = '2.2.4';

let installed = false;

/**
 * Puts our own reading of fetch responses and writing of produce requests into kafkajs, whose own has no limit on
 * inflation, checks no checksum, stops a partition for ever at a batch it cannot read, and costs about ten
 * microseconds a record in each direction. The library is unmaintained and its version pinned; anything else than what
 * we know refuses to start. All other requests stay as they are.
 */
export function installWireFormat(): void {
  if (installed) return;
  const require = createRequire(import.meta.url);
  const { version } = require('kafkajs/package.json') as { version: string };
  if (version !== KAFKAJS_VERSION) throw new Error(`kafkajs ${KAFKAJS_VERSION} is needed, found ${version}`);
  replaceDecoder(require('kafkajs/src/protocol/requests/fetch') as RequestKind);
  replaceEncoder(require('kafkajs/src/protocol/requests/produce') as RequestKind);
  installed = true;
}

function replaceDecoder(fetch: RequestKind): void {
  const original = fetch.protocol;
  fetch.protocol = ({ version }) => {
    if (version !== FETCH_VERSION) throw new Error('the broker is older than Kafka 2.3');
    const exchange = original({ version });
    return (parameters) => {
      const { request, response } = exchange(parameters);
      return { request, response: { ...response, decode: decodeFetchResponse } };
    };
  };
}

function replaceEncoder(produce: RequestKind): void {
  const original = produce.protocol;
  produce.protocol = ({ version }) => {
    if (version < FIRST_RECORD_BATCH_VERSION) throw new Error('the broker is older than Kafka 0.11');
    const exchange = original({ version });
    return (parameters) => {
      const { request, response } = exchange(parameters);
      const { compression, transactionalId } = parameters as {
        compression?: number;
        transactionalId?: string;
      };
      if (compression || transactionalId) return { request, response };
      const encode = async (): Promise<object> =>
        encoded(encodeProduceRequest(parameters as ProduceRequest, Date.now()));
      return { request: { ...request, encode }, response };
    };
  };
}

/** kafkajs copies `buffer` of such an object into the request. */
const encoded = (buffer: Buffer): object => ({ buf: buffer, buffer, size: () => buffer.length });
