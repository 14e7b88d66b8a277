import { z } from 'zod';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const header = z.string().min(1);

const VALUE_KINDS = [
  'text',
  'identifier',
  'integer',
  'decimal',
  'boolean',
  'date',
  'month',
  'datetime',
  'code',
  'division',
] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/** Where a value comes from and how it is read. A plain text is the header of a column. */
const valueObject = z.strictObject({
  column: header.optional(),
  constant: scalar.optional(),
  /** `EC-{机构编号}`; `{流水号:6}` fills with zeros to six digits. */
  template: z.string().min(1).optional(),
  /** A reference made from columns with this installation's secret; for persons and households. */
  pseudonym: z.array(header).min(1).optional(),
  /** How the text is read; by default as the field's own type and check ask for. */
  as: z.enum(VALUE_KINDS).optional(),
  /** Words of the sheet and what they mean, beside the titles of the code list itself. */
  codes: z.record(z.string(), scalar).optional(),
  /** What every other word means; without it they are refused. */
  otherwise: scalar.optional(),
  /** A blank cell: refuse the row, or leave the field out. By default what the field allows. */
  blank: z.enum(['refuse', 'omit']).optional(),
  /** What a blank cell means instead. */
  blankMeans: scalar.optional(),
  /** Units that may stand behind a number, e.g. `张`. */
  units: z.array(z.string().min(1)).optional(),
  /** Numbers are multiplied by this, e.g. 100 for yuan to fen. */
  multiply: z.int().positive().optional(),
  /** Names of streets and districts are looked up below this division; by default the mapping’s region. */
  within: z
    .string()
    .regex(/^\d{2,6}$/, '2 to 6 digits')
    .optional(),
});

const SOURCES = ['column', 'constant', 'template', 'pseudonym'] as const;

const value = z.preprocess(
  (raw) => (typeof raw === 'string' ? { column: raw } : raw),
  valueObject.refine((spec) => SOURCES.filter((name) => spec[name] !== undefined).length === 1, {
    message: `needs exactly one of ${SOURCES.join(', ')}`,
  }),
);
export type ValueSpec = z.infer<typeof valueObject>;

function isRegularExpression(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

const conditionObject = z.strictObject({
  column: header,
  /** The text is one of these. */
  is: z.union([scalar, z.array(scalar)]).optional(),
  isNot: z.union([scalar, z.array(scalar)]).optional(),
  /** The number is greater. */
  above: z.number().optional(),
  blank: z.boolean().optional(),
  /** The text matches a regular expression. */
  matches: z.string().refine(isRegularExpression, 'no regular expression').optional(),
});
const condition = conditionObject.refine(
  ({ column: _, ...tests }) => Object.values(tests).filter((test) => test !== undefined).length === 1,
  { message: 'needs exactly one of is, isNot, above, blank, matches' },
);
export type Condition = z.infer<typeof conditionObject>;

const conditions = z.preprocess(
  (raw) => (raw === undefined || Array.isArray(raw) ? raw : [raw]),
  z.array(condition).optional(),
);

const event = z.strictObject({
  type: z.string().min(1),
  /** Tells two events of one type in one row apart, and is part of the event’s id. */
  name: z.string().min(1).optional(),
  /** All must hold, or the row gives no such event. */
  when: conditions,
  key: z.array(value).min(1).optional(),
  time: value,
  recordedtime: value.optional(),
  regionid: value.optional(),
  streetid: value.optional(),
  villageid: value.optional(),
  seq: value.optional(),
  reason: value.optional(),
  actor: value.optional(),
  data: z.record(z.string(), value),
});

const dateFormat = z.enum(['Y-M-D', 'Y/M/D', 'Y.M.D', 'Y年M月D日', 'YYYYMMDD', 'excel']);
export type DateFormat = z.infer<typeof dateFormat>;

/** A mapping file, as deploy/import/README.md describes it. */
export const mappingSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{2,63}$/, '3 to 64 small letters, digits or hyphens'),
  source: z.string().regex(/^urn:mca:[1-9]\d{5}:[a-z][a-z0-9-]{1,62}$/, 'urn:mca:<6 digits>:<system>'),
  region: z.string().regex(/^[1-9]\d{5}$/, 'six digits in quotation marks'),
  encoding: z.enum(['auto', 'utf-8', 'gb18030', 'utf-16le']).default('auto'),
  delimiter: z.enum([',', ';', '\t', '|']).default(','),
  sheet: z.string().optional(),
  /** Row of the column titles, from 1. */
  header: z.int().min(1).max(100).default(1),
  dates: z.array(dateFormat).min(1).default(['Y-M-D', 'Y/M/D', 'Y.M.D', 'Y年M月D日', 'YYYYMMDD', 'excel']),
  columns: z
    .record(
      z.string(),
      z.strictObject({
        /** Merged cells: a blank cell has the value of the one above. */
        fillDown: z.boolean().optional(),
        /** The column may be missing from a sheet. */
        optional: z.boolean().optional(),
      }),
    )
    .default({}),
  /** Rows that are no records, besides empty ones; any of the conditions suffices. */
  skip: conditions,
  key: z.array(value).min(1),
  events: z.array(event).min(1).max(50),
});

export type Mapping = z.infer<typeof mappingSchema>;
export type EventSpec = Mapping['events'][number];

/** The name under which an event of a row is known within its mapping. */
export const eventName = ({ name, type }: EventSpec): string => name ?? type;

/** Headers a value is made from. */
export function columnsOf(spec: ValueSpec | undefined): readonly string[] {
  if (spec === undefined) return [];
  if (spec.column !== undefined) return [spec.column];
  if (spec.pseudonym !== undefined) return spec.pseudonym;
  return [...(spec.template ?? '').matchAll(TEMPLATE_PLACE)].map(([, name]) => name!.trim());
}

export const TEMPLATE_PLACE = /\{([^{}:]+)(?::(\d{1,2}))?\}/g;
