import type { IncomingRecord, UnreadableRange } from '../../port.js';
import type { ByteReader } from './byte-reader.js';

/** What kafkajs itself looks at in a record besides its offset. */
export interface BatchContext {
  readonly producerId: string;
  readonly inTransaction: boolean;
}

export interface WireRecord extends IncomingRecord {
  readonly isControlRecord: boolean;
  readonly batchContext: BatchContext;
}

export interface BatchFrame {
  readonly baseOffset: bigint;
  readonly baseTimestamp: number;
  /** Broker time of the whole batch where the topic keeps that, else undefined. */
  readonly appendTime: number | undefined;
  readonly isControlRecord: boolean;
  readonly context: BatchContext;
}

type Headers = Record<string, Buffer | undefined>;

/**
 * Header names repeat from record to record in the same order. Remembering them by place saves decoding a dozen
 * strings per event; a name that differs is decoded and remembered instead.
 */
export class HeaderNames {
  private readonly names: string[] = [];
  private readonly bytes: Buffer[] = [];

  at(place: number, buffer: Buffer, from: number, to: number): string {
    const known = this.bytes[place];
    if (known?.length === to - from && same(known, buffer, from)) return this.names[place]!;
    const name = buffer.toString('utf8', from, to);
    this.names[place] = name;
    this.bytes[place] = Buffer.from(buffer.subarray(from, to));
    return name;
  }
}

const same = (known: Buffer, buffer: Buffer, from: number): boolean => {
  for (let index = 0; index < known.length; index += 1) {
    if (known[index] !== buffer[from + index]) return false;
  }
  return true;
};

/** An event has about a dozen; millions of empty ones fit into a batch and would take the process with them. */
const MAX_HEADERS = 256;

/** The last header of a name wins; `__proto__` is no name anyone may use. Headers beyond the limit are skipped. */
const decodeHeaders = (reader: ByteReader, count: number, end: number, names: HeaderNames): Headers => {
  const headers: Headers = {};
  if (count < 0 || count > reader.left) throw new RangeError('impossible number of headers');
  for (let place = 0; place < Math.min(count, MAX_HEADERS); place += 1) {
    const from = reader.step(reader.varint());
    const name = names.at(place, reader.buffer, from, reader.at);
    const value = reader.varBytes() ?? undefined;
    if (name !== '__proto__') headers[name] = value;
  }
  if (count > MAX_HEADERS) reader.step(end - reader.at);
  return headers;
};

/** Key, value and headers are views into the fetched bytes: nothing is copied, so keep none of them for long. */
export function decodeRecord(reader: ByteReader, frame: BatchFrame, names: HeaderNames): WireRecord {
  const length = reader.varint();
  const end = reader.at + length;
  if (length < 0 || end > reader.end) throw new RangeError('record ends too early');
  reader.int8();
  const timestamp = frame.baseTimestamp + reader.varlong();
  const offset = frame.baseOffset + BigInt(reader.varint());
  const key = reader.varBytes();
  const value = reader.varBytes();
  const count = reader.varint();
  const headersFrom = reader.at;
  const headers = decodeHeaders(reader, count, end, names);
  if (reader.at !== end) throw new RangeError('record has another length than it says');
  return {
    offset,
    timestamp: frame.appendTime ?? timestamp,
    key,
    value,
    headers,
    rawHeaders: { count, bytes: reader.buffer.subarray(headersFrom, end) },
    isControlRecord: frame.isControlRecord,
    batchContext: frame.context,
  };
}

const NO_HEADERS: Headers = Object.freeze({});

/** Stands for a whole record batch that cannot be read. */
export const unreadableRecord = (
  lastOffset: bigint,
  frame: BatchFrame,
  unreadable: UnreadableRange,
): WireRecord => ({
  offset: lastOffset,
  timestamp: frame.baseTimestamp,
  key: null,
  value: null,
  headers: NO_HEADERS,
  isControlRecord: false,
  batchContext: frame.context,
  unreadable,
});
