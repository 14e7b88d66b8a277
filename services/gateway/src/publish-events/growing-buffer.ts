import type { MemoryBudget } from './memory-budget.js';

const FIRST_BYTES = 4096;

/**
 * Bytes collected piece by piece into one allocation. A list of the pieces would cost a sender of
 * one-byte chunks a hundred times the memory he pays for.
 */
export class GrowingBuffer {
  private bytes = Buffer.alloc(0);
  private used = 0;

  constructor(private readonly budget: MemoryBudget) {}

  get length(): number {
    return this.used;
  }

  append(chunk: Uint8Array): void {
    const needed = this.used + chunk.length;
    if (needed > this.bytes.length) this.grow(Math.max(needed, this.bytes.length * 2, FIRST_BYTES));
    this.bytes.set(chunk, this.used);
    this.used = needed;
  }

  /** A view of what was collected, valid until the next `append`. */
  view(): Buffer {
    return this.bytes.subarray(0, this.used);
  }

  /** Forgets the content and keeps the allocation. */
  clear(): void {
    this.used = 0;
  }

  /** Gives the memory back to the budget. */
  release(): void {
    this.budget.give(this.bytes.length);
    this.bytes = Buffer.alloc(0);
    this.used = 0;
  }

  private grow(capacity: number): void {
    this.budget.take(capacity - this.bytes.length);
    const larger = Buffer.allocUnsafe(capacity);
    this.bytes.copy(larger, 0, 0, this.used);
    this.bytes = larger;
  }
}
