import type { Readable } from 'node:stream';
import { NdjsonSplitter } from '@minhai/gateway/ndjson-splitter';

/** A line with its number in the file, from 1. Null bytes: the line is too long to be an event. */
export interface NumberedLine {
  readonly number: number;
  readonly bytes: Buffer | null;
}

const LINE_BYTES = 1024 * 1024;
const BATCH_BYTES = 4 * 1024 * 1024;

/** Groups of at most `most` lines and about 4 MiB, read as they are needed; empty lines are counted and left out. */
export async function* readLineBatches(stream: Readable, most: number): AsyncGenerator<NumberedLine[]> {
  const splitter = new NdjsonSplitter(LINE_BYTES);
  const batch: NumberedLine[] = [];
  let size = 0;
  const sink = {
    line(number: number, bytes: Buffer): void {
      batch.push({ number, bytes: Buffer.from(bytes) });
      size += bytes.length;
    },
    tooLong: (number: number): void => void batch.push({ number, bytes: null }),
  };
  for await (const chunk of stream) {
    splitter.push(chunk as Buffer, sink);
    while (batch.length >= most || size >= BATCH_BYTES) {
      yield batch.splice(0, most);
      size = batch.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0);
    }
  }
  splitter.end(sink);
  while (batch.length > 0) yield batch.splice(0, most);
}

/** Line feeds of a file, for the progress display; a last line without one is not missed by much. */
export async function countLines(stream: Readable): Promise<number> {
  let lines = 0;
  for await (const chunk of stream) {
    const bytes = chunk as Buffer;
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines++;
  }
  return lines;
}
