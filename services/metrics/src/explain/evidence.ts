import type { BusinessDay } from '@minhai/domain';
import type { Window } from '../evaluate/window.js';
import type { IndicatorDefinition } from '../indicators/definition.js';

/** A figure asked for: by this definition, at this day, with what was known then. */
export interface Reading {
  readonly indicator: IndicatorDefinition;
  readonly asOf: BusinessDay;
  /** Epoch milliseconds; null: everything known. */
  readonly knownAt: number | null;
}

/** A row of a fact on both time axes; times in epoch milliseconds. */
export interface EvidenceRow {
  readonly fact: string;
  readonly entity: string;
  readonly measure: string;
  readonly street: string;
  readonly dims: Readonly<Record<string, string>>;
  readonly amount: bigint;
  readonly validFrom: BusinessDay;
  readonly validUntil: BusinessDay | null;
  readonly causes: readonly string[];
  readonly knownFrom: number;
  readonly knownUntil: number | null;
}

/** What an event says of itself, without its content. */
export interface EvidenceEvent {
  readonly id: string;
  readonly type: string;
  readonly day: BusinessDay;
  readonly recordedTime: number;
  readonly street: string;
  readonly correctionOf?: string | undefined;
  readonly voids?: string | undefined;
}

/** An event in the history of an entity. */
export interface HistoryEntry {
  readonly fact: string;
  readonly entity: string;
  readonly eventId: string;
}

/** Everything that two readings may differ by; more than needed does no harm. */
export interface Evidence {
  readonly rows: readonly EvidenceRow[];
  /** The causes of the rows, and of those that knowledge changed the whole chains of corrections and voids. */
  readonly events: readonly EvidenceEvent[];
  /** Of the entities whose rows knowledge changed. */
  readonly histories: readonly HistoryEntry[];
}

export const entityName = ({ fact, entity }: Pick<EvidenceRow, 'fact' | 'entity'>): string =>
  `${fact}\n${entity}`;

export const isKnownAt = (
  { knownFrom, knownUntil }: Pick<EvidenceRow, 'knownFrom' | 'knownUntil'>,
  knownAt: number | null,
): boolean =>
  knownAt === null
    ? knownUntil === null
    : knownFrom <= knownAt && (knownUntil === null || knownUntil > knownAt);

/** A stock counts on the last day of the window, a flow in its days. */
export const isWithin = (
  { validFrom, validUntil }: Pick<EvidenceRow, 'validFrom' | 'validUntil'>,
  { from, to }: Window,
): boolean => validFrom <= to && (from === null ? validUntil === null || validUntil > to : validFrom >= from);
