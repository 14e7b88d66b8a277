import type { Held, Step } from './held.js';
import type { Known, KnownInterval, RetimedInterval, Revision } from './revision.js';

interface OpenInterval<T> {
  readonly knownFrom: number;
  /** Present unless the interval began before `since`, in which case it is stored. */
  readonly value?: T;
}

/** Weaves the steps of an entity's states into intervals and compares them with the stored ones. */
export class IntervalWeaver<T> {
  /** Stored intervals by id, until they are found to stay. An id is rarely held true twice. */
  private readonly stored = new Map<string, KnownInterval[]>();
  private readonly open = new Map<string, OpenInterval<T>>();
  private readonly opened: Known<T>[] = [];
  private readonly retimed: RetimedInterval[] = [];
  private isFirst = true;

  /** `stored`: the intervals that reach `since`. */
  constructor(stored: readonly KnownInterval[], since: number) {
    for (const interval of stored) {
      const sameId = this.stored.get(interval.id);
      if (sameId) sameId.push(interval);
      else this.stored.set(interval.id, [interval]);
      if (interval.knownFrom < since) this.open.set(interval.id, { knownFrom: interval.knownFrom });
    }
  }

  /** The first step tells the whole state: what is open and not in it has ended. */
  advance(knownAt: number, step: Step<T>): void {
    if (this.isFirst) this.endAllBut(step.held, knownAt);
    this.isFirst = false;
    for (const { id } of step.closed) this.end(id, knownAt);
    for (const { id, value } of step.opened) {
      if (!this.open.has(id)) this.open.set(id, { knownFrom: knownAt, value });
    }
  }

  finish(): Revision<T> {
    for (const [id, interval] of this.open) this.settle(id, interval, null);
    return { opened: this.opened, retimed: this.retimed, dropped: [...this.stored.values()].flat() };
  }

  private endAllBut(held: readonly Held<T>[], knownAt: number): void {
    if (this.open.size === 0) return;
    const ids = new Set(held.map(({ id }) => id));
    for (const id of this.open.keys()) if (!ids.has(id)) this.end(id, knownAt);
  }

  private end(id: string, knownAt: number): void {
    const interval = this.open.get(id)!;
    this.open.delete(id);
    this.settle(id, interval, knownAt);
  }

  private settle(id: string, { knownFrom, value }: OpenInterval<T>, knownUntil: number | null): void {
    const stored = this.takeStored(id, knownFrom);
    if (!stored) this.opened.push({ id, knownFrom, knownUntil, value: value! });
    else if (stored.knownUntil !== knownUntil) {
      this.retimed.push({ id, knownFrom, knownUntil, knownUntilBefore: stored.knownUntil });
    }
  }

  private takeStored(id: string, knownFrom: number): KnownInterval | undefined {
    const sameId = this.stored.get(id);
    const found = sameId?.find((interval) => interval.knownFrom === knownFrom);
    if (!found) return undefined;
    if (sameId!.length === 1) this.stored.delete(id);
    else
      this.stored.set(
        id,
        sameId!.filter((interval) => interval !== found),
      );
    return found;
  }
}
