import type { FieldShape, Shape } from '@minhai/events';
import { pick, token } from '../random.js';
import { fieldsOf, type SampleEvent } from '../sample-event.js';
import { presentShape } from '../vary/texts.js';
import type { MutationContext, ValueMutations } from './mutation.js';

const HUGE_CHARACTERS = 300 * 1024;

/** One of the fields that are in the event and fit; the payload with another value for it. */
function replaced(
  event: SampleEvent,
  { eventType, random }: MutationContext,
  fits: (shape: Shape, field: FieldShape) => boolean,
  value: unknown,
): object | undefined {
  const fields = fieldsOf(eventType).filter(
    (field) => event.data[field.name] !== undefined && fits(presentShape(field.shape), field),
  );
  if (fields.length === 0) return undefined;
  const { name } = pick(random, fields);
  return { ...event, data: { ...event.data, [name]: value } };
}

const isText = ({ kind }: Shape): boolean => kind === 'string';
const isNumber = ({ kind }: Shape): boolean => kind === 'int' || kind === 'long';
const isAny = (): boolean => true;

/** A payload that says nothing about this member, as JSON would build it: `__proto__` as an own key. */
const withOwn = (event: SampleEvent, key: string, value: unknown): object => ({
  ...event,
  data: Object.fromEntries([...Object.entries(event.data), [key, value]]),
});

/** Payloads that break their schema, a code list or a check. */
export const BROKEN_PAYLOAD: ValueMutations = {
  'missing field': (event, { eventType, random }) => {
    const required = fieldsOf(eventType).filter(({ fallback }) => fallback === undefined);
    if (required.length === 0) return undefined;
    const { [pick(random, required).name]: _, ...data } = event.data;
    return { ...event, data };
  },
  'unknown field': (event, { random }) => withOwn(event, `zz${token(random, 5)}`, '1'),
  'key __proto__': (event) => withOwn(event, '__proto__', { admin: true }),
  'key constructor': (event) => withOwn(event, 'constructor', { prototype: { admin: true } }),
  'no payload': (event) => {
    const { data: _, ...rest } = event;
    return rest;
  },
  'payload null': (event) => ({ ...event, data: null }),
  'payload as a list': (event) => ({ ...event, data: Object.values(event.data) }),
  'payload as a text': (event) => ({ ...event, data: JSON.stringify(event.data) }),
  'event in a list': (event) => [event],
  'text for a number': (event, context) => replaced(event, context, isNumber, '40'),
  'fraction for a whole number': (event, context) => replaced(event, context, isNumber, 0.5),
  'number out of range': (event, context) => replaced(event, context, isNumber, 2 ** 53),
  'number below its minimum': (event, context) =>
    replaced(event, context, (shape, { min }) => isNumber(shape) && min !== undefined, -(2 ** 31)),
  'ID number as JSON number': (event, context) => replaced(event, context, isText, 110105194912310020),
  'citizen number in a text': (event, context) =>
    replaced(
      event,
      context,
      (shape, { check, codelist }) => isText(shape) && !codelist && (check === undefined || check === 'key'),
      '11010519491231002X',
    ),
  'list for a value': (event, context) => replaced(event, context, ({ kind }) => kind !== 'array', ['a']),
  'record for a value': (event, context) => replaced(event, context, isAny, { a: 1 }),
  'null for a required value': (event, context) =>
    replaced(event, context, (_, { shape }) => shape.kind !== 'union', null),
  'text for a truth value': (event, context) =>
    replaced(event, context, ({ kind }) => kind === 'boolean', 'true'),
  'unknown code': (event, context) =>
    replaced(
      event,
      context,
      (shape, { codelist }) => isText(shape) && codelist !== undefined,
      'NO_SUCH_CODE',
    ),
  'malformed identifier': (event, context) =>
    replaced(event, context, (shape, { check }) => isText(shape) && check !== undefined, '?'),
  'impossible date': (event, context) =>
    replaced(event, context, ({ kind }) => kind === 'date', '2023-02-30'),
  'lone surrogate': (event, context) => replaced(event, context, isText, 'a\ud800b'),
  'NUL in a text': (event, context) => replaced(event, context, isText, 'a\u0000b'),
  'bidirectional override in a text': (event, context) => replaced(event, context, isText, 'a\u202eb'),
  'replacement character': (event, context) => replaced(event, context, isText, 'a\ufffdb'),
  'text that is not composed': (event, context) => replaced(event, context, isText, 'e\u0301'),
  'huge string in a field': (event, context) => replaced(event, context, isText, 'x'.repeat(HUGE_CHARACTERS)),
  'list without end': (event, context) =>
    replaced(event, context, ({ kind }) => kind === 'array', Array(20_000).fill('a')),
};
