import { formatInstant } from '@minhai/domain';
import { CODES, isCode, type CodeAdvice } from '@minhai/errors';
import type { OutgoingRecord } from '@minhai/kafka';
import { attributedSource } from './attributed-source.js';
import type { OutcomeStatus } from './count-outcomes.js';
import type { Outcome } from './outcome.js';

/** `data` of a receipt: no payload, no subject, nothing the closed lists do not know. */
export interface ReceiptData {
  readonly eventId: string | null;
  /** Null when it could not be read, or is none a credential can be bound to. */
  readonly source: string | null;
  /** Null when it could not be read, or is not in the catalogue. */
  readonly type: string | null;
  readonly status: OutcomeStatus;
  readonly code: string | null;
  /** RFC 6901 JSON pointer, as far as its names are plain ones. */
  readonly pointer: string | null;
  readonly advice: CodeAdvice | null;
  readonly domain: string;
  readonly partition: number;
  /** Gap-free within domain and partition; accepted events only. */
  readonly position: number | null;
  /** RFC 3339, Asia/Shanghai. */
  readonly receivedAt: string;
  /** Where the record stood in Kafka; the offset is null for events accepted before offsets were kept. */
  readonly origin: { readonly topic: string; readonly partition: number; readonly offset: number | null };
}

export interface ReceiptOrigin {
  readonly topic: string;
  readonly domain: string;
  readonly partition: number;
}

export const RECEIPT_TYPE = 'cn.gov.mca.lake.receipt.issued';
export const RECEIPT_SOURCE = 'urn:mca:lake';
/** Key of receipts whose source is not known. */
export const UNATTRIBUTED = 'unattributed';

const CONTENT_TYPE = Buffer.from('application/cloudevents+json; charset=UTF-8');

export const receiptsTopic = (prefix: string): string => `${prefix}.receipts`;

/**
 * One outcome as a record of `<prefix>.receipts`: a CloudEvent in JSON, structured mode, keyed by source. The id is that
 * of the intake record, so a receipt sent twice is the same CloudEvent. Headers repeat source and status for filters.
 */
export function receiptRecord(
  outcome: Outcome,
  { topic, domain, partition }: ReceiptOrigin,
  isKnownType: (type: string) => boolean,
): OutgoingRecord {
  const source = attributedSource(outcome.source);
  const receivedAt = formatInstant(outcome.receivedAt);
  const data: ReceiptData = {
    eventId: outcome.eventId,
    source,
    type: outcome.type !== null && isKnownType(outcome.type) ? outcome.type : null,
    status: outcome.status,
    code: outcome.code,
    pointer: plainPointer(outcome.pointer),
    advice: outcome.code !== null && isCode(outcome.code) ? CODES[outcome.code] : null,
    domain,
    partition,
    position: outcome.position,
    receivedAt,
    origin: { topic, partition, offset: outcome.offset },
  };
  const key = source ?? UNATTRIBUTED;
  const envelope = {
    specversion: '1.0',
    id: `${topic}/${partition}@${outcome.offset ?? `position-${outcome.position}`}`,
    source: RECEIPT_SOURCE,
    type: RECEIPT_TYPE,
    ...(outcome.eventId !== null && { subject: outcome.eventId }),
    time: receivedAt,
    datacontenttype: 'application/json',
    data,
  };
  return {
    key: Buffer.from(key),
    value: Buffer.from(JSON.stringify(envelope)),
    headers: {
      'content-type': CONTENT_TYPE,
      source: Buffer.from(key),
      status: Buffer.from(outcome.status),
    },
  };
}

const PLAIN_STEP = /^(?:[A-Za-z][A-Za-z0-9_]{0,39}|\d{1,6})$/;
const LONG_NUMBER = /\d{7}/;

/** A name the publisher made up may be anything; the pointer ends before the first that is not plain. */
function plainPointer(pointer: string | null): string | null {
  if (pointer === null || pointer === '') return pointer;
  const steps = pointer.slice(1).split('/');
  const unusual = steps.findIndex((step) => !PLAIN_STEP.test(step) || LONG_NUMBER.test(step));
  return [''].concat(unusual === -1 ? steps : steps.slice(0, unusual)).join('/');
}
