import type { IncomingRecord, RawHeaders, UnreadableRange } from '../../port.js';
import { ByteReader } from './byte-reader.js';

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
 * strings per event, and records with the same names share one list of them; a name that differs is decoded and
 * remembered instead.
 */
export class HeaderNames {
  private names: string[] = [];
  private readonly bytes: Buffer[] = [];
  private isShared = false;

  /** The name at a place of the record being read. */
  see(place: number, buffer: Buffer, from: number, to: number): void {
    const known = this.bytes[place];
    if (known?.length === to - from && same(known, buffer, from)) return;
    this.own();
    this.names[place] = buffer.toString('utf8', from, to);
    this.bytes[place] = Buffer.from(buffer.subarray(from, to));
  }

  /** The names of a record that has so many, all of them seen. */
  ofRecord(count: number): readonly string[] {
    if (this.names.length > count) {
      this.own();
      this.names.length = this.bytes.length = count;
    }
    this.isShared = true;
    return this.names;
  }

  private own(): void {
    if (this.isShared) this.names = [...this.names];
    this.isShared = false;
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

/** Where the headers of a record stand. */
interface HeaderPlace {
  readonly names: readonly string[];
  readonly buffer: Buffer;
  readonly from: number;
  readonly end: number;
  /** Each has a value, and none is beyond the limit. */
  readonly isWhole: boolean;
}

/** Sees that the headers can be read, and remembers where. Those beyond the limit are skipped. */
function placeOfHeaders(reader: ByteReader, end: number, known: HeaderNames): HeaderPlace {
  const count = reader.varint();
  if (count < 0 || count > reader.left) throw new RangeError('impossible number of headers');
  const from = reader.at;
  const most = Math.min(count, MAX_HEADERS);
  let isWhole = count === most;
  for (let place = 0; place < most; place += 1) {
    const nameFrom = reader.step(reader.varint());
    known.see(place, reader.buffer, nameFrom, reader.at);
    const length = reader.varint();
    if (length < 0) isWhole = false;
    else reader.step(length);
  }
  if (count > most) reader.step(end - reader.at);
  return { names: known.ofRecord(most), buffer: reader.buffer, from, end, isWhole };
}

/** The last header of a name wins; `__proto__` is no name anyone may use. */
function readHeaders({ names, buffer, from, end }: HeaderPlace): Headers {
  const reader = new ByteReader(buffer, from, end);
  const headers: Headers = {};
  for (const name of names) {
    reader.step(reader.varint());
    const value = reader.varBytes() ?? undefined;
    if (name !== '__proto__') headers[name] = value;
  }
  return headers;
}

/**
 * A record whose headers are taken apart when somebody asks. A fetch brings thousands of records, which wait for their
 * turn: a dozen views each would be most of what is in memory then, and what the garbage collector carries about.
 */
class DecodedRecord implements WireRecord {
  /** Whoever asks, asks a few times in a row. */
  private static asked: DecodedRecord | undefined;
  private static answer: Headers = {};

  readonly offset: bigint;
  readonly timestamp: number;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  private readonly place: HeaderPlace;

  constructor(
    private readonly frame: BatchFrame,
    reader: ByteReader,
    end: number,
    names: HeaderNames,
  ) {
    const timestamp = frame.baseTimestamp + reader.varlong();
    this.timestamp = frame.appendTime ?? timestamp;
    this.offset = frame.baseOffset + BigInt(reader.varint());
    this.key = reader.varBytes();
    this.value = reader.varBytes();
    this.place = placeOfHeaders(reader, end, names);
  }

  get headers(): Headers {
    if (DecodedRecord.asked !== this) {
      DecodedRecord.answer = readHeaders(this.place);
      DecodedRecord.asked = this;
    }
    return DecodedRecord.answer;
  }

  get rawHeaders(): RawHeaders | undefined {
    const { isWhole, names, buffer, from, end } = this.place;
    return isWhole ? { names, bytes: buffer.subarray(from, end) } : undefined;
  }

  get isControlRecord(): boolean {
    return this.frame.isControlRecord;
  }

  get batchContext(): BatchContext {
    return this.frame.context;
  }
}

/** Key, value and headers are views into the fetched bytes: nothing is copied, so keep none of them for long. */
export function decodeRecord(reader: ByteReader, frame: BatchFrame, names: HeaderNames): WireRecord {
  const length = reader.varint();
  const end = reader.at + length;
  if (length < 0 || end > reader.end) throw new RangeError('record ends too early');
  reader.int8();
  const record = new DecodedRecord(frame, reader, end, names);
  if (reader.at !== end) throw new RangeError('record has another length than it says');
  return record;
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
