import type { RecordShape } from './shape.js';

type Payload = Readonly<Record<string, unknown>>;

/**
 * What turns a payload of an older version into one of the newest. Released contracts only ever gain fields with a
 * default (libs/events/src/evolution), so nothing else can differ.
 */
export function compileUpgrade(older: RecordShape, newest: RecordShape): (data: Payload) => Payload {
  const had = new Set(older.fields.map(({ name }) => name));
  const added = newest.fields.filter(({ name }) => !had.has(name));
  if (added.length === 0) return (data) => data;
  const defaults = Object.fromEntries(added.map(({ name, fallback }) => [name, fallback]));
  return (data) => ({ ...data, ...defaults });
}
