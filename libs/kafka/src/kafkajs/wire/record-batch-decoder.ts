import { gunzip } from 'node:zlib';
import type { UnreadableRange } from '../../port.js';
import { ByteReader } from './byte-reader.js';
import { crc32c } from './crc32c.js';
import {
  decodeRecord,
  HeaderNames,
  unreadableRecord,
  type BatchFrame,
  type WireRecord,
} from './record-decoder.js';

/** Inflated bytes of one record batch. Beyond it the batch is reported, not read: 510 KiB may hold 512 MiB. */
export const MAX_INFLATED_BYTES = 8_388_608;
/** The smallest record takes seven bytes and a hundred times that as objects. */
const MAX_RECORDS = 200_000;
/** A fetch whose batches inflate beyond this in sum is cut short; the rest comes with the next fetch. */
const MAX_INFLATED_PER_FETCH = 4 * MAX_INFLATED_BYTES;

const PREFIX_BYTES = 12;
const HEADER_BYTES = 49;
const MAGIC = 2;
const LOG_APPEND_TIME = 0x08;
const TRANSACTIONAL = 0x10;
const CONTROL = 0x20;
const CODEC = 0x07;
const NONE = 0;
const GZIP = 1;

interface BatchHeader extends BatchFrame {
  readonly lastOffset: bigint;
  readonly codec: number;
  readonly count: number;
}

class UnreadableBatch extends Error {
  constructor(
    readonly code: UnreadableRange['code'],
    message: string,
  ) {
    super(message);
  }
}

/** One fetch response: its budget for inflated bytes and the header names seen so far. */
export class FetchDecoding {
  private inflated = 0;
  private readonly names = new HeaderNames();

  /** All whole record batches of one partition. A partial batch at the end is what a byte limit leaves: not an error. */
  async records(buffer: Buffer): Promise<WireRecord[]> {
    const records: WireRecord[] = [];
    let at = 0;
    while (buffer.length - at >= PREFIX_BYTES) {
      const length = buffer.readInt32BE(at + 8);
      const end = at + PREFIX_BYTES + length;
      if (length < HEADER_BYTES || end > buffer.length) break;
      if (records.length > 0 && this.inflated >= MAX_INFLATED_PER_FETCH) break;
      await this.appendBatch(new ByteReader(buffer, at, end), records);
      at = end;
    }
    return records;
  }

  private async appendBatch(reader: ByteReader, records: WireRecord[]): Promise<void> {
    const start = reader.at;
    const before = records.length;
    const header = readHeader(reader);
    try {
      verify(reader, start, header);
      const body = header.codec === NONE ? reader : await this.inflate(reader, header.codec);
      for (let index = 0; index < header.count; index += 1)
        records.push(decodeRecord(body, header, this.names));
    } catch (error) {
      const unreadable = rangeOf(error, header);
      records.length = before;
      records.push(unreadableRecord(header.lastOffset, header, unreadable));
    }
  }

  private async inflate(reader: ByteReader, codec: number): Promise<ByteReader> {
    if (codec !== GZIP)
      throw new UnreadableBatch('FRAME', `compression codec ${codec} is not supported; use gzip`);
    const bytes = await gunzipCapped(reader.buffer.subarray(reader.at, reader.end));
    this.inflated += bytes.length;
    return new ByteReader(bytes);
  }
}

function readHeader(reader: ByteReader): BatchHeader {
  const baseOffset = reader.int64();
  reader.step(4 + 4 + 1 + 4);
  const attributes = reader.int16();
  const lastOffsetDelta = reader.int32();
  const baseTimestamp = Number(reader.int64());
  const maxTimestamp = Number(reader.int64());
  const producerId = reader.int64().toString();
  reader.step(2 + 4);
  return {
    baseOffset,
    lastOffset: baseOffset + BigInt(Math.max(0, lastOffsetDelta)),
    baseTimestamp,
    appendTime: attributes & LOG_APPEND_TIME ? maxTimestamp : undefined,
    isControlRecord: (attributes & CONTROL) !== 0,
    context: { producerId, inTransaction: (attributes & TRANSACTIONAL) !== 0 },
    codec: attributes & CODEC,
    count: reader.int32(),
  };
}

const MAGIC_AT = 16;
const CHECKSUM_AT = 17;
const CHECKED_FROM = 21;

function verify({ buffer, end }: ByteReader, start: number, { count }: BatchHeader): void {
  if (buffer[start + MAGIC_AT] !== MAGIC)
    throw new UnreadableBatch('FRAME', 'record batch is of an unknown format');
  if (buffer.readUInt32BE(start + CHECKSUM_AT) !== crc32c(buffer, start + CHECKED_FROM, end)) {
    throw new UnreadableBatch('FRAME', 'record batch does not match its checksum');
  }
  if (count < 0 || count > MAX_RECORDS)
    throw new UnreadableBatch('INFLATE', `record batch claims ${count} records`);
}

/** Bytes that make no sense are the sender's; any other error is ours and must not be taken for data. */
function rangeOf(error: unknown, { baseOffset }: BatchHeader): UnreadableRange {
  if (error instanceof UnreadableBatch)
    return { code: error.code, firstOffset: baseOffset, reason: error.message };
  if (error instanceof RangeError) return { code: 'FRAME', firstOffset: baseOffset, reason: error.message };
  throw error;
}

const gunzipCapped = (bytes: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    gunzip(bytes, { maxOutputLength: MAX_INFLATED_BYTES }, (error, inflated) => {
      if (!error) resolve(inflated);
      else if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
        reject(new UnreadableBatch('INFLATE', `record batch inflates beyond ${MAX_INFLATED_BYTES} bytes`));
      } else reject(new UnreadableBatch('FRAME', 'record batch is not valid gzip'));
    });
  });
