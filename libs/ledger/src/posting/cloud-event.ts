import { dayOf, formatInstant, uuidV7 } from '@minhai/domain';
import type { EventTypeName, PayloadByType } from '@minhai/schemas';
import { digestOf } from '../chance/seeded.js';
import type { DistrictCode } from '../reference/districts.js';

/** One event as it is published over HTTP: structured CloudEvents JSON, attributes in this order. */
export interface LedgerEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly recordedtime: string;
  readonly regionid: string;
  readonly streetid?: string;
  readonly correctionof?: string;
  readonly voids?: string;
  readonly reason?: string;
  readonly dataschema: string;
  readonly datacontenttype: 'application/json';
  readonly data: Readonly<Record<string, unknown>>;
}

const PREFIX = 'cn.gov.mca.';

/** An event type without the common prefix: `eldercare.bed.changed`. */
export type TypeName = EventTypeName extends `${typeof PREFIX}${infer Name}` ? Name : never;

type Nullable<P> = { [K in keyof P]-?: null extends P[K] ? K : never }[keyof P];
type Sent<P> = Omit<P, Nullable<P>> & { readonly [K in Nullable<P>]?: NonNullable<P[K]> | undefined };

/** A payload as a source writes it: an absent optional is left out (or undefined, which JSON leaves out), never null. */
export type Payload<T extends TypeName> = T extends TypeName
  ? Sent<PayloadByType[`${typeof PREFIX}${T}`]>
  : never;

/** What a chapter of the ledger says about one event; the rest of the envelope follows from it. */
export interface Draft<T extends TypeName = TypeName> {
  readonly district: DistrictCode;
  readonly type: T;
  /** The domain system that publishes it; a void comes from the system of its target. */
  readonly system: string;
  readonly subject: string;
  /** What tells this event from the others of its type and subject; the id is derived from the three. */
  readonly mark: string;
  /** Epoch milliseconds. */
  readonly time: number;
  readonly recorded: number;
  readonly street?: string | undefined;
  readonly data: Payload<T>;
  /** Version of the contract the payload is written in; default 1. */
  readonly version?: number | undefined;
  readonly correctionOf?: string | undefined;
  readonly voids?: string | undefined;
  readonly reason?: string | undefined;
  /** Writes `time` with `Z` instead of `+08:00`: the same instant, another calendar day to a careless reader. */
  readonly utc?: boolean | undefined;
}

/** An event on its way: `arrival` orders the file and is not part of the event. */
export interface Posting {
  readonly event: LedgerEvent;
  readonly arrival: number;
}

const nameOf = (draft: Draft): string => [draft.district, draft.type, draft.subject, draft.mark].join('|');

/** Deterministic UUID v7: the time of registration and the digest of the natural name. */
export const idOf = (draft: Draft): string => uuidV7(draft.recorded, digestOf(nameOf(draft)));

export const eventOf = (draft: Draft): LedgerEvent => ({
  specversion: '1.0',
  id: idOf(draft),
  source: `urn:mca:${draft.district}:${draft.system}`,
  type: PREFIX + draft.type,
  subject: draft.subject,
  time: draft.utc ? utcInstant(draft.time) : formatInstant(draft.time),
  recordedtime: formatInstant(draft.recorded),
  regionid: draft.district,
  ...(draft.street && { streetid: draft.street }),
  ...(draft.correctionOf && { correctionof: draft.correctionOf }),
  ...(draft.voids && { voids: draft.voids }),
  ...(draft.reason && { reason: draft.reason }),
  dataschema: `urn:mca:schema:${PREFIX}${draft.type}:${draft.version ?? 1}`,
  datacontenttype: 'application/json',
  data: draft.data as object as LedgerEvent['data'],
});

const utcInstant = (epochMs: number): string => new Date(epochMs).toISOString().replace('.000Z', 'Z');

/** Arrives when it is registered, unless said otherwise. */
export const post = (draft: Draft, arrival: number = draft.recorded): Posting => ({
  event: eventOf(draft),
  arrival,
});

/** Registration follows the event within three days and never precedes it. */
export function registrationAfter(time: number, name: string): number {
  const digest = digestOf(`registration|${dayOf(time)}|${name}`);
  const days = digest[0]! % 4;
  const seconds = 300 + (digest.readUInt16BE(1) % 9_000);
  return time + days * 86_400_000 + seconds * 1_000;
}
