import { loadCatalogue, type Catalogue } from '@minhai/events';
import type { Random } from '../random.js';
import type { SampleEvent } from '../sample-event.js';
import { fieldsOf } from '../sample-event.js';
import { presentShape } from '../vary/texts.js';
import { BROKEN_ENVELOPE } from './broken-envelope.js';
import { BROKEN_JSON } from './broken-json.js';
import { BROKEN_PAYLOAD } from './broken-payload.js';
import type { Mutation, MutationContext } from './mutation.js';

/**
 * Hostile and malformed variants of a valid event as request bodies, one of every kind that its type knows. None of
 * them is an event: each must be refused with a code of the closed list. Throws RangeError when the type is unknown.
 */
export function mutations(
  event: SampleEvent,
  random: Random,
  catalogue: Catalogue = loadCatalogue(),
): Mutation[] {
  const eventType = catalogue.find(event.type);
  if (!eventType) throw new RangeError('only an event of the catalogue can be mutated');
  const context: MutationContext = { eventType, catalogue, random };
  const found: Mutation[] = [];
  for (const [name, mutate] of Object.entries(BROKEN_JSON)) {
    const bytes = mutate(event, context);
    if (bytes !== undefined) found.push({ name, bytes: Buffer.from(bytes as string) });
  }
  for (const [name, mutate] of [...Object.entries(BROKEN_ENVELOPE), ...Object.entries(BROKEN_PAYLOAD)]) {
    const value = mutate(event, context);
    if (value !== undefined) found.push({ name, bytes: Buffer.from(JSON.stringify(value)) });
  }
  return [...found, ...literalNumbers(event, context)];
}

/** Numbers JSON can write and JavaScript cannot keep. */
function literalNumbers(event: SampleEvent, { eventType }: MutationContext): Mutation[] {
  const field = fieldsOf(eventType).find(
    ({ name, shape }) =>
      typeof event.data[name] === 'number' && ['int', 'long'].includes(presentShape(shape).kind),
  );
  if (field === undefined) return [];
  const marked = JSON.stringify({ ...event, data: { ...event.data, [field.name]: '\u0001' } });
  return ['1e400', '-1e400', '0.1e1000', '99999999999999999999'].map((literal) => ({
    name: `the number ${literal}`,
    bytes: Buffer.from(marked.replace('"\\u0001"', literal)),
  }));
}
