import type { BusinessDay } from '@minhai/domain';
import type { DomainEvent } from '@minhai/events';

/** An accepted event as a fold sees it: the event and the business day of its event time. */
export interface FactEvent<Data = Readonly<Record<string, unknown>>> extends DomainEvent<Data> {
  readonly day: BusinessDay;
}

export interface Titles {
  readonly zh: string;
  readonly en: string;
}

/**
 * What a row measures. A `stock` row counts on every day of its validity; a `flow` row is counted once,
 * on `validFrom`. Amounts are integers in units of 10^-scale `unit`, so sums are exact.
 */
export interface MeasureDefinition {
  readonly name: string;
  readonly kind: 'stock' | 'flow';
  readonly unit: string;
  readonly scale: number;
  readonly titles: Titles;
  /**
   * Set where the amounts count people or households: figures of few of them are withheld from readers without the
   * grant. `protected-people`: relief, disability or minors. Absent: nobody is counted.
   */
  readonly privacy?: 'people' | 'protected-people';
}

/** One derived amount with the events that cause it. */
export interface FactRow {
  readonly measure: string;
  /** GB/T 2260, 6 digits. */
  readonly district: string;
  /** 9 digits or `unknown`. */
  readonly street: string;
  readonly dims: Readonly<Record<string, string>>;
  /** Safe integer, may be negative. */
  readonly amount: number;
  readonly validFrom: BusinessDay;
  /** The first day on which it no longer counts; null while open. For a flow: null. */
  readonly validUntil: BusinessDay | null;
  readonly causes: readonly string[];
}

/** Rules that need history. An event that breaks one is accepted; the record of it opens and closes by itself. */
export type FindingRule =
  | 'MISSING_PREDECESSOR'
  | 'STATE'
  | 'NEGATIVE_STOCK'
  | 'AFTER_MISMATCH'
  | 'SEPARATION_OF_DUTIES'
  | 'SEQ_GAP'
  | 'UNPAIRED_TRANSFER'
  | 'AUTHORISATION'
  | 'LIMIT'
  | 'DUPLICATE_PERSON'
  | 'LATE_REPORT'
  | 'PERIOD_RESTATED';

export interface Finding {
  readonly rule: FindingRule;
  readonly severity: 'info' | 'warning' | 'error';
  readonly district: string;
  readonly street: string;
  /** Codes, days and amounts only; never personal data. */
  readonly detail: Readonly<Record<string, string | number>>;
  readonly causes: readonly string[];
}

export interface FoldResult {
  readonly rows: readonly FactRow[];
  readonly findings: readonly Finding[];
}

/**
 * How an entity goes on without its history, for entities whose histories grow long: an event then costs the same
 * however many came before. The fold of a history with one event more must tell what it told without and, beside it,
 * exactly what `next` tells: for every event that matters, if it is later in event time than all of the history; for any
 * other, if it is later than all that matters.
 */
export interface Continuation<Past = any> {
  /** What `next` needs of a history, sorted as for `fold`; undefined where it needs all of it. */
  readonly pastOf: (history: readonly FactEvent<any>[], entity: string) => Past | undefined;
  /** Undefined where the event changes what was told before. */
  readonly next: (past: Past, event: FactEvent<any>) => Continuing<Past> | undefined;
  /** Whether what is told of other events may depend on this one; absent: always. */
  readonly matters?: (event: FactEvent<any>) => boolean;
  /** How many events a past holds on to; absent: none. */
  readonly sizeOf?: (past: Past) => number;
}

export interface Continuing<Past> extends FoldResult {
  /** Of the history with the event. */
  readonly past: Past;
}

/**
 * A fact: which events it reads, whose history each belongs to (from that event alone), and the fold of one
 * entity's effective history. Everything here is pure; nothing may depend on arrival order or a clock.
 */
export interface FactDefinition {
  /** e.g. `eldercare.bed-capacity`. */
  readonly name: string;
  readonly titles: Titles;
  /** Raised by hand whenever the fold's results change; stored tables of another version must be rebuilt. Default 1. */
  readonly version?: number;
  readonly measures: readonly MeasureDefinition[];
  /** Event type → the entity keys the event belongs to. */
  readonly reads: Readonly<Record<string, (event: FactEvent<any>) => readonly string[]>>;
  /**
   * What the fold is given: the effective events of the entity (default), or every record of its chains as it was sent,
   * amended ones, corrections and voids included, for facts about the records themselves.
   */
  readonly folds?: 'effective' | 'records';
  /** `history` is sorted by time, then recordedTime, then id. */
  readonly fold: (history: readonly FactEvent<any>[], entity: string) => FoldResult;
  readonly continues?: Continuation;
}
