import type { Envelope } from '@minhai/events';

/** Everything of an event that `history` keeps beside its id and payload. */
export type StoredEnvelope = Omit<Envelope, 'id'> & { readonly schemaId: number };

const SEPARATOR = '\u001f';
const EMPTY = '\u001e';
const ESCAPE = '\u001d';
const RESERVED = /[\u001d-\u001f]/g;

const escaped = (text: string): string =>
  text === '' ? EMPTY : text.replace(RESERVED, (mark) => `${ESCAPE}${mark.charCodeAt(0)}`);

/** The registers' own codes and numbers need no escaping; what people type may. */
const optional = (text: string | undefined): string => (text === undefined ? '' : escaped(text));

/** One line of fields between separators: half the bytes of JSON, and a split to read. */
export const encodeEnvelope = (event: StoredEnvelope): string =>
  [
    escaped(event.source),
    escaped(event.type),
    escaped(event.subject),
    event.time,
    event.recordedTime,
    escaped(event.regionId),
    optional(event.streetId),
    optional(event.villageId),
    event.seq ?? '',
    event.sensitivity,
    optional(event.correctionOf),
    optional(event.voids),
    optional(event.reason),
    optional(event.actor),
    event.schemaId,
  ].join(SEPARATOR);

/** PostgreSQL's expression that turns the JSON form of earlier tables into this one. */
export const envelopeOfJson = (column: string): string =>
  `concat_ws(chr(31), ${FIELDS.map((field) => `coalesce(${column}->>'${field}', '')`).join(', ')})`;

const FIELDS: readonly (keyof StoredEnvelope)[] = [
  'source',
  'type',
  'subject',
  'time',
  'recordedTime',
  'regionId',
  'streetId',
  'villageId',
  'seq',
  'sensitivity',
  'correctionOf',
  'voids',
  'reason',
  'actor',
  'schemaId',
];

/**
 * PostgreSQL's expression of one field as text, null where there is none. Only for times, codes and ids, which need no
 * escaping; text that people type is read by `decodeEnvelope`.
 */
export const envelopeField = (
  column: string,
  field: 'type' | 'time' | 'recordedTime' | 'regionId' | 'streetId',
): string => `nullif(split_part(${column}, chr(31), ${FIELDS.indexOf(field) + 1}), '')`;

export function decodeEnvelope(text: string): StoredEnvelope {
  const parts = text.split(SEPARATOR);
  const at = (i: number): string => unescaped(parts[i]!);
  const maybe = (i: number): string | undefined => (parts[i] === '' ? undefined : at(i));
  return {
    source: shared(at(0)),
    type: shared(at(1)),
    subject: at(2),
    time: Number(parts[3]),
    recordedTime: Number(parts[4]),
    regionId: shared(at(5)),
    streetId: parts[6] === '' ? undefined : shared(at(6)),
    villageId: maybe(7),
    seq: parts[8] === '' ? undefined : Number(parts[8]),
    sensitivity: Number(parts[9]) as StoredEnvelope['sensitivity'],
    correctionOf: maybe(10),
    voids: maybe(11),
    reason: maybe(12),
    actor: maybe(13),
    schemaId: Number(parts[14]),
  };
}

const unescaped = (text: string): string =>
  text.includes(ESCAPE) || text === EMPTY
    ? text
        .replace(EMPTY, '')
        .replaceAll(new RegExp(`${ESCAPE}(\\d\\d)`, 'g'), (_, code: string) =>
          String.fromCharCode(Number(code)),
        )
    : text;

/** Sources, types and divisions are few: one string each instead of a slice of every row. */
const strings = new Map<string, string>();
const MOST_STRINGS = 10_000;

function shared(text: string): string {
  const known = strings.get(text);
  if (known !== undefined) return known;
  if (strings.size >= MOST_STRINGS) strings.clear();
  strings.set(text, text);
  return text;
}
