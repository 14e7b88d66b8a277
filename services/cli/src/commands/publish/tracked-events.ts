import type { ReceiptEntry } from '@minhai/gateway';
import type { LookedUpReceipt } from './gateway-client.js';

interface Tracked {
  /** Line of its first occurrence. */
  readonly line: number;
  /** Receipts that were there before. */
  readonly before: number;
  sent: number;
}

export interface HeldEvent {
  readonly line: number;
  readonly id: string;
  readonly code: string;
  readonly pointer: string | null;
  readonly message: string | null;
}

export interface ReceiptCount {
  accepted: number;
  duplicate: number;
  readonly held: HeldEvent[];
}

/** An event sent again after a lost answer leaves more receipts than were asked for; the best ones tell what became of it. */
const ORDER: Record<ReceiptEntry['status'], number> = {
  accepted: 0,
  conflict: 1,
  quarantined: 2,
  duplicate: 3,
};

/** The events of one run that wait for their receipts. */
export class TrackedEvents {
  readonly count: ReceiptCount = { accepted: 0, duplicate: 0, held: [] };
  private readonly waiting = new Map<string, Tracked>();
  private total = 0;

  /** Ids that were not seen before in this run, each once. */
  unknown(ids: readonly string[]): string[] {
    return [...new Set(ids)].filter((id) => !this.waiting.has(id));
  }

  /** Begins to wait for an id of which there are receipts from earlier days. */
  begin(receipt: LookedUpReceipt, line: number): void {
    this.waiting.set(receipt.id, {
      line,
      before: receipt.status === 'pending' ? 0 : receipt.history.length,
      sent: 0,
    });
  }

  sent(id: string): void {
    this.waiting.get(id)!.sent++;
    this.total++;
  }

  get all(): number {
    return this.total;
  }

  get pending(): readonly string[] {
    return [...this.waiting.keys()];
  }

  get pendingCount(): number {
    let count = 0;
    for (const { sent } of this.waiting.values()) count += sent;
    return count;
  }

  /** Forgets ids of which nothing was sent after all: they were refused. */
  dropUnsent(): void {
    for (const [id, { sent }] of this.waiting) if (sent === 0) this.waiting.delete(id);
  }

  /** Counts an id once every copy of it that was sent has left its receipt. */
  settle(receipt: LookedUpReceipt): void {
    const tracked = this.waiting.get(receipt.id);
    if (tracked === undefined || receipt.status === 'pending') return;
    const fresh = receipt.history.slice(tracked.before);
    if (fresh.length < tracked.sent) return;
    this.waiting.delete(receipt.id);
    const told = fresh.toSorted((a, b) => ORDER[a.status] - ORDER[b.status]).slice(0, tracked.sent);
    for (const entry of told) this.add(receipt.id, tracked.line, entry);
  }

  private add(id: string, line: number, { status, code, pointer, message }: ReceiptEntry): void {
    if (status === 'accepted') this.count.accepted++;
    else if (status === 'duplicate') this.count.duplicate++;
    else this.count.held.push({ line, id, code: code ?? '', pointer, message });
  }
}
