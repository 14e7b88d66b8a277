import { ByteReader } from './byte-reader.js';
import { FetchDecoding } from './record-batch-decoder.js';
import type { WireRecord } from './record-decoder.js';

interface FetchedPartition {
  readonly partition: number;
  readonly errorCode: number;
  readonly highWatermark: string;
  readonly lastStableOffset: string;
  readonly lastStartOffset: string;
  readonly abortedTransactions: readonly { readonly producerId: string; readonly firstOffset: string }[];
  readonly preferredReadReplica: number;
  readonly messages: WireRecord[];
}

/** The shape kafkajs expects of a decoded fetch response, version 11. */
export interface FetchResponse {
  readonly throttleTime: 0;
  readonly clientSideThrottleTime: number;
  readonly errorCode: number;
  readonly sessionId: number;
  readonly responses: readonly {
    readonly topicName: string;
    readonly partitions: readonly FetchedPartition[];
  }[];
}

/**
 * Decodes a fetch response, version 11, with record batches checked, capped and uncopied. Bytes a broker should never
 * send throw RangeError, which kafkajs treats as fatal.
 */
export async function decodeFetchResponse(bytes: Buffer): Promise<FetchResponse> {
  const reader = new ByteReader(bytes);
  const decoding = new FetchDecoding();
  const clientSideThrottleTime = reader.int32();
  const errorCode = reader.int16();
  const sessionId = reader.int32();
  const responses = [];
  for (let topics = reader.int32(); topics > 0; topics -= 1) {
    const topicName = reader.string();
    const partitions = [];
    for (let count = reader.int32(); count > 0; count -= 1)
      partitions.push(await readPartition(reader, decoding));
    responses.push({ topicName, partitions });
  }
  return { throttleTime: 0, clientSideThrottleTime, errorCode, sessionId, responses };
}

async function readPartition(reader: ByteReader, decoding: FetchDecoding): Promise<FetchedPartition> {
  const partition = reader.int32();
  const errorCode = reader.int16();
  reader.int64();
  const lastStableOffset = reader.int64().toString();
  const lastStartOffset = reader.int64().toString();
  const abortedTransactions = [];
  for (let count = reader.int32(); count > 0; count -= 1) {
    abortedTransactions.push({
      producerId: reader.int64().toString(),
      firstOffset: reader.int64().toString(),
    });
  }
  const preferredReadReplica = reader.int32();
  const from = reader.step(Math.max(0, reader.int32()));
  const messages = await decoding.records(reader.buffer.subarray(from, reader.at));
  return {
    partition,
    errorCode,
    // What waits behind an open transaction cannot be read yet and must not look like lag.
    highWatermark: lastStableOffset,
    lastStableOffset,
    lastStartOffset,
    abortedTransactions,
    preferredReadReplica,
    messages,
  };
}
