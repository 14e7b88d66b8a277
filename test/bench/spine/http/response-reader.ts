const HEAD_END = Buffer.from('\r\n\r\n');
const NOTHING = Buffer.alloc(0);

/** Cuts one keep-alive connection's bytes into answers. Knows just what the servers under test send: content-length. */
export class ResponseReader {
  private pending: Buffer = NOTHING;

  /** Status codes of the answers that are complete now. Throws for an answer without content-length. */
  push(chunk: Buffer): number[] {
    this.pending = this.pending.length === 0 ? chunk : Buffer.concat([this.pending, chunk]);
    const statuses: number[] = [];
    for (
      let size = this.firstSize();
      size !== undefined && size <= this.pending.length;
      size = this.firstSize()
    ) {
      statuses.push(Number(this.pending.toString('latin1', 9, 12)));
      this.pending = this.pending.subarray(size);
    }
    return statuses;
  }

  private firstSize(): number | undefined {
    const headEnd = this.pending.indexOf(HEAD_END);
    if (headEnd === -1) return undefined;
    const length = /\r\ncontent-length: (\d+)/i.exec(this.pending.toString('latin1', 0, headEnd));
    if (!length) throw new Error('an answer without content-length');
    return headEnd + HEAD_END.length + Number(length[1]);
  }
}
