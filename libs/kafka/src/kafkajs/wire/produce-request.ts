import type { RawHeaders } from '../../port.js';
import { crc32c } from './crc32c.js';

/** What kafkajs hands to the encoder of a produce request, versions 3 to 7, for our producers: no transaction. */
export interface ProduceRequest {
  readonly acks: number;
  readonly timeout: number;
  readonly producerId?: unknown;
  readonly producerEpoch?: number;
  readonly topicData: readonly TopicData[];
}

interface TopicData {
  readonly topic: string;
  readonly partitions: readonly PartitionData[];
}

interface PartitionData {
  readonly partition: number;
  readonly firstSequence?: number;
  readonly messages: readonly OutgoingMessage[];
}

interface OutgoingMessage {
  readonly key?: Buffer | null;
  readonly value: Buffer | null;
  readonly headers?: Readonly<Record<string, Buffer>>;
  /** Stand before the others. */
  readonly passedOn?: RawHeaders;
}

const MAGIC = 2;
/** Upper bounds of what surrounds the bytes of a message, a header, a partition with its batch header, a topic. */
const PER_MESSAGE = 32;
const PER_HEADER = 10;
const PER_PARTITION = 80;
const PER_TOPIC = 10;

/** Encodes the whole request into one buffer in one pass. `now` (epoch ms) stamps the records. */
export function encodeProduceRequest(request: ProduceRequest, now: number): Buffer {
  const writer = new ByteWriter(boundOf(request));
  writer.int16(-1);
  writer.int16(request.acks);
  writer.int32(request.timeout);
  writer.int32(request.topicData.length);
  for (const { topic, partitions } of request.topicData) {
    writer.string(topic);
    writer.int32(partitions.length);
    for (const data of partitions) writePartition(writer, data, request, now);
  }
  return writer.written();
}

function boundOf({ topicData }: ProduceRequest): number {
  let bound = 32;
  for (const { topic, partitions } of topicData) {
    bound += PER_TOPIC + 3 * topic.length;
    for (const { messages } of partitions) {
      bound += PER_PARTITION;
      for (const message of messages) bound += boundOfMessage(message);
    }
  }
  return bound;
}

function boundOfMessage({ key, value, headers, passedOn }: OutgoingMessage): number {
  let bound = PER_MESSAGE + (key?.length ?? 0) + (value?.length ?? 0) + (passedOn?.bytes.length ?? 0);
  for (const name in headers) bound += PER_HEADER + 3 * name.length + headers[name]!.length;
  return bound;
}

function writePartition(writer: ByteWriter, data: PartitionData, request: ProduceRequest, now: number): void {
  writer.int32(data.partition);
  const sizeAt = writer.skip(4);
  writer.int64(0n);
  const lengthAt = writer.skip(4);
  writer.int32(0);
  writer.int8(MAGIC);
  const checksumAt = writer.skip(4);
  const checkedFrom = writer.at;
  writer.int16(0);
  writer.int32(data.messages.length - 1);
  writer.int64(BigInt(now));
  writer.int64(BigInt(now));
  writer.int64(bigintOf(request.producerId));
  writer.int16(request.producerEpoch ?? 0);
  writer.int32(data.firstSequence ?? 0);
  writer.int32(data.messages.length);
  data.messages.forEach((message, index) => writeRecord(writer, message, index));
  writer.buffer.writeInt32BE(writer.at - sizeAt - 4, sizeAt);
  writer.buffer.writeInt32BE(writer.at - lengthAt - 4, lengthAt);
  writer.buffer.writeUInt32BE(crc32c(writer.buffer, checkedFrom, writer.at), checksumAt);
}

/** kafkajs carries 64-bit numbers as strings or as an object of its own around a bigint. */
const bigintOf = (value: unknown): bigint =>
  value === undefined ? -1n : BigInt(typeof value === 'object' ? String(value) : (value as string));

function writeRecord(writer: ByteWriter, message: OutgoingMessage, offsetDelta: number): void {
  writer.varint(lengthOfRecord(message, offsetDelta));
  writer.int8(0);
  writer.int8(0);
  writer.varint(offsetDelta);
  writer.varBytes(message.key ?? null);
  writer.varBytes(message.value);
  const { headers, passedOn } = message;
  writer.varint(countOfHeaders(message));
  if (passedOn) writer.bytes(passedOn.bytes);
  for (const name in headers) {
    writer.varString(name);
    writer.varBytes(headers[name]!);
  }
}

function lengthOfRecord(message: OutgoingMessage, offsetDelta: number): number {
  const { key, value, headers, passedOn } = message;
  let length = 2 + sizeOfVarint(offsetDelta) + sizeOfBytes(key ?? null) + sizeOfBytes(value);
  for (const name in headers) {
    const nameLength = Buffer.byteLength(name);
    length += sizeOfVarint(nameLength) + nameLength + sizeOfBytes(headers[name]!);
  }
  return length + (passedOn?.bytes.length ?? 0) + sizeOfVarint(countOfHeaders(message));
}

function countOfHeaders({ headers, passedOn }: OutgoingMessage): number {
  let count = passedOn?.names.length ?? 0;
  for (const _name in headers) count += 1;
  return count;
}

const sizeOfBytes = (bytes: Buffer | null): number => (bytes ? sizeOfVarint(bytes.length) + bytes.length : 1);

/** Bytes of a zigzag varint of a number that is not negative. */
const sizeOfVarint = (value: number): number => {
  let size = 1;
  for (let rest = (value << 1) >>> 7; rest > 0; rest >>>= 7) size += 1;
  return size;
};

class ByteWriter {
  readonly buffer: Buffer;
  at = 0;

  constructor(bound: number) {
    this.buffer = Buffer.allocUnsafe(bound);
  }

  written(): Buffer {
    return this.buffer.subarray(0, this.at);
  }

  /** Leaves room to be filled later and returns where it starts. */
  skip(length: number): number {
    this.at += length;
    return this.at - length;
  }

  int8(value: number): void {
    this.at = this.buffer.writeInt8(value, this.at);
  }

  int16(value: number): void {
    this.at = this.buffer.writeInt16BE(value, this.at);
  }

  int32(value: number): void {
    this.at = this.buffer.writeInt32BE(value, this.at);
  }

  int64(value: bigint): void {
    this.at = this.buffer.writeBigInt64BE(value, this.at);
  }

  string(text: string): void {
    const length = this.buffer.write(text, this.at + 2);
    this.int16(length);
    this.at += length;
  }

  varint(value: number): void {
    let rest = (value << 1) ^ (value >> 31);
    while ((rest & ~0x7f) !== 0) {
      this.buffer[this.at] = (rest & 0x7f) | 0x80;
      this.at += 1;
      rest >>>= 7;
    }
    this.buffer[this.at] = rest;
    this.at += 1;
  }

  varBytes(bytes: Buffer | null): void {
    if (!bytes) return this.varint(-1);
    this.varint(bytes.length);
    this.bytes(bytes);
  }

  bytes(bytes: Buffer): void {
    this.buffer.set(bytes, this.at);
    this.at += bytes.length;
  }

  varString(text: string): void {
    this.varint(Buffer.byteLength(text));
    this.at += this.buffer.write(text, this.at);
  }
}
