import type { Catalogue, EventType } from '../catalogue/catalogue.js';
import { ATTRIBUTES, type AttributeName } from '../envelope/attributes.js';
import type { Sensitivity } from '../envelope.js';
import { LIMITS } from '../limits.js';
import { judgeText } from '../text/text-rules.js';
import { headerText } from '../wire/header-text.js';
import { readPayload } from '../wire/read-kafka-event.js';
import { HEADER_PREFIX, type WireRecord } from '../wire/record.js';
import { isPersonal } from './annotations.js';
import { freeTextClassOf, SENSITIVE_ATTRIBUTES, subjectClassOf } from './event-class.js';
import { MASK, maskPayload, shownText } from './mask.js';

/** What may be shown of a record, right or wrong, to eyes without the grant. */
export interface RecordDescription {
  /** By wire name, in CloudEvents order; only those the record has. */
  readonly attributes: Readonly<Partial<Record<AttributeName, string>>>;
  /** The payload with class 3–4 fields masked; null when its bytes cannot be decoded safely. */
  readonly data: Readonly<Record<string, unknown>> | null;
}

/** Stands for bytes that are no readable text. */
export const UNREADABLE = '(unreadable)';

/**
 * Reads whatever can be read of an untrusted record. The payload is decoded only after the pre-flight walk. Subject,
 * reason and actor are masked unless the event type is known and neither it nor the record says they are personal.
 */
export function describeRecord(record: WireRecord, catalogue: Catalogue): RecordDescription {
  const payload = readPayload(record.value, catalogue);
  const types = [payload?.version.eventType, typeNamedBy(record, catalogue)].filter(
    (type) => type !== undefined,
  );
  const classes = classesOf(record, types);
  const entries = ATTRIBUTES.flatMap((name): [AttributeName, string][] => {
    const bytes = record.headers[HEADER_PREFIX + name];
    if (!bytes) return [];
    return [[name, isPersonal(classes[name] ?? 1) ? MASK : attributeText(bytes)]];
  });
  return {
    attributes: Object.fromEntries(entries),
    data: payload && maskPayload(payload.version.eventType, payload.data),
  };
}

type SensitiveAttribute = (typeof SENSITIVE_ATTRIBUTES)[number];

/** Header and frame may name two types; the stricter one counts. Of an unknown type everything is possible. */
function classesOf(
  record: WireRecord,
  types: readonly EventType[],
): { readonly [name in AttributeName]?: Sensitivity } & Record<SensitiveAttribute, Sensitivity> {
  const declared = Number(record.headers[`${HEADER_PREFIX}sensitivity`]?.toString('latin1'));
  if (types.length === 0 || declared >= 3) return { subject: 4, reason: 4, actor: 4 };
  const highest = (classOf: (type: EventType) => number): Sensitivity =>
    Math.max(...types.map(classOf)) as Sensitivity;
  const freeText = highest(freeTextClassOf);
  return {
    subject: highest((type) => Math.max(type.sensitivity, subjectClassOf(type))),
    reason: freeText,
    actor: freeText,
  };
}

function typeNamedBy({ headers }: WireRecord, catalogue: Catalogue): EventType | undefined {
  const bytes = headers[`${HEADER_PREFIX}type`];
  return bytes && catalogue.find(bytes.toString('latin1'));
}

function attributeText(bytes: Buffer): string {
  const text = bytes.length <= LIMITS.attributeCharacters * 4 ? headerText(bytes) : undefined;
  if (text === undefined || text.length > LIMITS.attributeCharacters || judgeText(text) !== undefined)
    return UNREADABLE;
  return shownText(text);
}
