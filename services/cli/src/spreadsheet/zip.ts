import { crc32, inflateRawSync } from 'node:zlib';
import { SHEET_LIMITS, SpreadsheetError } from './sheet.js';

/** One file of an archive, unpacked. */
export interface ZipPart {
  readonly path: string;
  readonly bytes: Buffer;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;

const broken = (): SpreadsheetError =>
  new SpreadsheetError('not a whole .xlsx file; open it in a spreadsheet program and save it again');

/**
 * Unpacks the parts `wanted` says, inflating never more than the limits allow whatever the archive claims.
 * Throws SpreadsheetError for a damaged, encrypted or oversized archive.
 */
export function unpackZip(archive: Buffer, wanted: (path: string) => boolean): ZipPart[] {
  const end = findEnd(archive);
  const count = archive.readUInt16LE(end + 10);
  if (count > SHEET_LIMITS.parts) throw new SpreadsheetError('the .xlsx file has too many parts');
  const parts: ZipPart[] = [];
  let budget: number = SHEET_LIMITS.unpackedBytes;
  for (let i = 0, at = archive.readUInt32LE(end + 16); i < count; i++) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== ENTRY_SIGNATURE) throw broken();
    const next = at + 46 + [28, 30, 32].reduce((sum, field) => sum + archive.readUInt16LE(at + field), 0);
    const path = archive.toString('utf8', at + 46, at + 46 + archive.readUInt16LE(at + 28));
    if (wanted(path)) {
      const bytes = unpackEntry(archive, at, budget);
      budget -= bytes.length;
      parts.push({ path, bytes });
    }
    at = next;
  }
  return parts;
}

function findEnd(archive: Buffer): number {
  const first = Math.max(0, archive.length - END_BYTES - LONGEST_COMMENT);
  for (let at = archive.length - END_BYTES; at >= first; at--)
    if (archive.readUInt32LE(at) === END_SIGNATURE) return at;
  throw broken();
}

function unpackEntry(archive: Buffer, entry: number, budget: number): Buffer {
  const isEncrypted = (archive.readUInt16LE(entry + 8) & 1) === 1;
  if (isEncrypted)
    throw new SpreadsheetError('the .xlsx file is protected by a password; save it without one');
  const method = archive.readUInt16LE(entry + 10);
  const size = archive.readUInt32LE(entry + 20);
  const local = archive.readUInt32LE(entry + 42);
  if (local + 30 > archive.length || archive.readUInt32LE(local) !== LOCAL_SIGNATURE) throw broken();
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  if (start + size > archive.length) throw broken();
  const packed = archive.subarray(start, start + size);
  if (method === STORED && size <= budget) return packed;
  if (method === DEFLATED) return inflate(packed, budget);
  throw method === STORED ? tooLarge() : broken();
}

function inflate(packed: Buffer, budget: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, budget) });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : broken();
  }
}

const tooLarge = (): SpreadsheetError =>
  new SpreadsheetError(
    `the .xlsx file unpacks to more than ${SHEET_LIMITS.unpackedBytes / 1024 / 1024} MiB; split the sheet`,
  );

/** An archive of exactly these parts, not compressed. */
export function packZip(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { path, bytes } of parts) {
    const name = Buffer.from(path);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(bytes.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const body = [uint32(LOCAL_SIGNATURE), facts, name, bytes];
    entries.push(Buffer.concat([uint32(ENTRY_SIGNATURE), Buffer.from([20, 0]), facts, place, name]));
    bodies.push(...body);
    offset += body.reduce((sum, { length }) => sum + length, 0);
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, directory, uint32(END_SIGNATURE), end]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
