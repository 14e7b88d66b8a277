/** CloudEvents attributes of this product, by their wire names. */
export const ATTRIBUTES = [
  'specversion',
  'id',
  'source',
  'type',
  'subject',
  'time',
  'recordedtime',
  'regionid',
  'streetid',
  'villageid',
  'seq',
  'sensitivity',
  'correctionof',
  'voids',
  'reason',
  'actor',
  'dataschema',
  'datacontenttype',
] as const;

export type AttributeName = (typeof ATTRIBUTES)[number];

/** Attribute texts as they came; absent ones are undefined. */
export type RawAttributes = { [name in AttributeName]?: string | undefined };

/** Tracing may travel along; it is no part of the record. */
const IGNORED = new Set(['traceparent', 'tracestate']);

const KNOWN: ReadonlySet<string> = new Set(ATTRIBUTES);

export const isAttribute = (name: string): name is AttributeName => KNOWN.has(name);

export const isIgnoredAttribute = (name: string): boolean => IGNORED.has(name);
