import { between } from '../random.js';
import type { SampleEvent } from '../sample-event.js';
import type { ByteMutations } from './mutation.js';

const DEEP = 2_000;
const HUGE = 300 * 1024;

const jsonOf = (event: SampleEvent): string => JSON.stringify(event);
/** The event with something more at the head of its payload. */
const withMember = (event: SampleEvent, member: string): string =>
  jsonOf(event).replace('"data":{', `"data":{${member},`);

/** The text `instead` stands where the id stood, byte for byte. */
function withBytes(event: SampleEvent, instead: Buffer): Buffer {
  const [before, after] = jsonOf({ ...event, actor: '\u0001' }).split('\\u0001') as [string, string];
  return Buffer.concat([Buffer.from(before), instead, Buffer.from(after)]);
}

/** “民政” in GBK; as UTF-8 it is nothing. */
const GBK = Buffer.from([0xc3, 0xf1, 0xd5, 0xfe]);

/** Bytes no reader of JSON may let through. */
export const BROKEN_JSON: ByteMutations = {
  'truncated JSON': (event, { random }) => {
    const text = Buffer.from(jsonOf(event));
    return text.subarray(0, between(random, 1, text.length - 1));
  },
  'nothing at all': () => '{',
  'text behind the event': (event) => `${jsonOf(event)} {}`,
  'trailing comma': (event) => jsonOf(event).replace(/\}$/, ',}'),
  'single quotes': (event) => jsonOf(event).replaceAll('"', "'"),
  'comment in JSON': (event) => `/* an event */${jsonOf(event)}`,
  'NaN for a value': (event) => withMember(event, '"nan":NaN'),
  'leading zeros': (event) => withMember(event, '"zero":0012'),
  'raw control character in a string': (event) => withBytes(event, Buffer.from('a\u0007b')),
  'duplicate key of the envelope': (event) =>
    jsonOf(event).replace('{', `{"id":${JSON.stringify(event.id)},`),
  'duplicate key of the payload': (event) => withMember(event, '"twice":1,"twice":2'),
  'duplicate key written with an escape': (event) => jsonOf(event).replace('{', '{"\\u0069d":"1",'),
  'deep nesting of arrays': (event) => withMember(event, `"deep":${'['.repeat(DEEP)}${']'.repeat(DEEP)}`),
  'deep nesting of objects': (event) =>
    withMember(event, `"deep":${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`),
  'brackets without end': () => '['.repeat(DEEP * 10),
  'GBK bytes': (event) => withBytes(event, GBK),
  'overlong UTF-8': (event) => withBytes(event, Buffer.from([0xc0, 0xaf])),
  'UTF-8 of a surrogate': (event) => withBytes(event, Buffer.from([0xed, 0xa0, 0x80])),
  'cut UTF-8 sequence': (event) => withBytes(event, Buffer.from([0xe6, 0xb0])),
  'UTF-16': (event) => Buffer.from(jsonOf(event), 'utf16le'),
  'random bytes': (_, { random }) =>
    Buffer.from(Array.from({ length: 64 }, () => between(random, 0x80, 0xff))),
  'larger than an event may be': (event) => withMember(event, `"pad":"${'x'.repeat(1024 * 1024)}"`),
  'huge string': (event) => withMember(event, `"pad":"${'长'.repeat(HUGE / 3)}"`),
  'huge number literal': (event) => withMember(event, `"number":1${'0'.repeat(5_000)}`),
};
