import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

/** How far back the first look goes. */
const TAIL_BYTES = 256 * 1024;

/** Reads what was added to a file since the last look; begins again when the file was replaced by a new one. */
export class LogTail {
  private offset: number | undefined;
  private inode: number | undefined;
  private partial = '';

  constructor(private readonly file: string) {}

  /** Whole lines only: half a line waits for its end. */
  next(): string[] {
    if (!existsSync(this.file)) return [];
    const descriptor = openSync(this.file, 'r');
    try {
      const { size, ino } = fstatSync(descriptor);
      if (this.offset === undefined) this.offset = Math.max(0, size - TAIL_BYTES);
      else if (ino !== this.inode || size < this.offset) this.offset = 0;
      this.inode = ino;
      const bytes = Buffer.alloc(size - this.offset);
      this.offset += readSync(descriptor, bytes, 0, bytes.length, this.offset);
      const lines = (this.partial + bytes.toString('utf8')).split('\n');
      this.partial = lines.pop()!;
      return lines;
    } finally {
      closeSync(descriptor);
    }
  }
}
