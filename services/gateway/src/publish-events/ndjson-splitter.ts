import { GrowingBuffer } from './growing-buffer.js';
import { MemoryBudget } from './memory-budget.js';

export interface LineSink {
  /** `bytes` are valid only during the call. Line numbers start at 1 and count empty lines. */
  line(number: number, bytes: Buffer): void;
  /** The line is longer than allowed; its bytes were not kept. */
  tooLong(number: number): void;
}

const LF = 0x0a;
const CR = 0x0d;

/** Cuts a byte stream into lines, keeping at most one unfinished line. Empty lines are counted and not reported. */
export class NdjsonSplitter {
  private readonly pending: GrowingBuffer;
  private skipping = false;
  private finished = 0;

  constructor(
    private readonly maxLineBytes: number,
    budget = new MemoryBudget(Infinity),
  ) {
    this.pending = new GrowingBuffer(budget);
  }

  /** Lines ended so far. */
  get lines(): number {
    return this.finished;
  }

  push(chunk: Buffer, sink: LineSink): void {
    let start = 0;
    for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, start)) {
      this.finish(chunk.subarray(start, end), sink);
      start = end + 1;
    }
    if (start < chunk.length) this.keep(chunk.subarray(start));
  }

  /** The last line needs no line feed. */
  end(sink: LineSink): void {
    if (this.pending.length > 0 || this.skipping) this.finish(Buffer.alloc(0), sink);
  }

  release(): void {
    this.pending.release();
  }

  private keep(part: Buffer): void {
    if (this.skipping) return;
    // One byte more than allowed may wait: it could be the carriage return of a line of exactly the limit.
    if (this.pending.length + part.length > this.maxLineBytes + 1) {
      this.skipping = true;
      this.pending.clear();
    } else {
      this.pending.append(part);
    }
  }

  private finish(tail: Buffer, sink: LineSink): void {
    this.finished++;
    let line = tail;
    if (this.pending.length > 0) {
      this.keep(tail);
      line = this.pending.view();
    }
    if (line.length > 0 && line[line.length - 1] === CR) line = line.subarray(0, -1);
    if (this.skipping || line.length > this.maxLineBytes) sink.tooLong(this.finished);
    else if (!isBlank(line)) sink.line(this.finished, line);
    this.skipping = false;
    this.pending.clear();
  }
}

function isBlank(line: Buffer): boolean {
  for (const byte of line) if (byte !== 0x20 && byte !== 0x09) return false;
  return true;
}
