import { describe, expect, it } from '@jest/globals';
import type { FieldShape, Shape } from './catalogue/shape.js';
import { judge, loadCatalogue, readJsonEvent } from './index.js';
import { NOW, VALID_SAMPLES } from './schema-samples.spec.js';

const catalogue = loadCatalogue();

type Json = Readonly<Record<string, unknown>>;

/** Codes an event gets, each with its pointer. */
function codesOf(event: Json): string[] {
  const outcome = readJsonEvent(event, catalogue);
  const problems = outcome.ok ? judge(outcome.value, { now: NOW, catalogue }).problems : outcome.problems;
  return problems.map(({ code, pointer }) => `${code} ${pointer}`);
}

const presentOf = (shape: Shape): Shape =>
  shape.kind === 'union' ? shape.branches.find(({ kind }) => kind !== 'null')! : shape;

/** A value of another JSON type than the field's. */
const otherType = ({ kind }: Shape): unknown => (kind === 'boolean' || kind === 'string' ? 7 : true);

/** What the annotations of a field forbid, each with the code it must get. */
function forbidden(field: FieldShape): [code: string, value: unknown, pointer: string][] {
  const { name, codelist, min, max } = field;
  const shape = presentOf(field.shape);
  const inList = shape.kind === 'array';
  const at = inList ? `/data/${name}/0` : `/data/${name}`;
  const wrap = (value: unknown) => (inList ? [value] : value);
  const text = inList ? shape.items.kind === 'string' : shape.kind === 'string';
  const number = (value: number) => (shape.kind === 'decimal' ? String(value) : value);
  return [
    ['FIELD_TYPE', otherType(shape), `/data/${name}`],
    ...(codelist && text ? [['CODELIST', wrap('NO_SUCH_CODE'), at] as [string, unknown, string]] : []),
    ...(text ? [['CONTROL_CHAR', wrap('a\u202eb'), at] as [string, unknown, string]] : []),
    ...(min === undefined ? [] : [['NUM_RANGE', number(min - 1), at] as [string, unknown, string]]),
    ...(max === undefined ? [] : [['NUM_RANGE', number(max + 1), at] as [string, unknown, string]]),
  ];
}

// The fullest sample of each type, so that optional fields are judged too.
const SAMPLES = catalogue.all().map((eventType) => ({
  name: eventType.type,
  eventType,
  event: VALID_SAMPLES.find((one) => one.type === eventType.type && one.name.endsWith('/all-fields'))!.event,
}));

describe.each(SAMPLES)('annotations of $name', ({ eventType, event }) => {
  const data = event['data'] as Json;
  const { fields } = eventType.latest.shape;
  const withData = (changes: Json): Json => ({ ...event, data: { ...data, ...changes } });

  it('has a sample with every optional field', () => {
    expect(fields.map(({ name }) => name).filter((name) => !(name in data))).toEqual([]);
  });

  it('refuses an event without a required field, and one with a field nobody declared', () => {
    for (const { name } of fields.filter(({ fallback }) => fallback === undefined)) {
      const rest = Object.fromEntries(Object.entries(data).filter(([key]) => key !== name));
      expect(codesOf({ ...event, data: rest })).toContain(`FIELD_MISSING /data/${name}`);
    }
    expect(codesOf(withData({ colour: 'red' }))).toEqual(['FIELD_UNKNOWN /data/colour']);
  });

  it('refuses every value that a field’s annotations forbid', () => {
    for (const field of fields)
      for (const [code, value, pointer] of forbidden(field))
        expect(codesOf(withData({ [field.name]: value }))).toContain(`${code} ${pointer}`);
  });
});
