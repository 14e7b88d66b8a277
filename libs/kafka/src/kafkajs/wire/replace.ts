import { decodeFetchResponse } from './fetch-response.js';
import { encodeProduceRequest, type ProduceRequest } from './produce-request.js';

/** One request kind inside kafkajs: for a version, a function from arguments to the request and its response. */
export interface RequestKind {
  protocol(choice: { version: number }): Exchange;
}

type Exchange = (parameters: never) => { readonly request: object; readonly response: object };

const FETCH_VERSION = 11;
const FIRST_RECORD_BATCH_VERSION = 3;

/**
 * Puts our own reading of fetch responses and writing of produce requests into kafkajs, whose own has no limit on
 * inflation, checks no checksum, stops a partition for ever at a batch it cannot read, and costs about ten
 * microseconds a record in each direction. All other requests stay as they are.
 */
export function replaceWireFormat({ fetch, produce }: Record<'fetch' | 'produce', RequestKind>): void {
  replaceDecoder(fetch);
  replaceEncoder(produce);
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
