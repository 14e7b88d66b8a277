import { startOfDay, addDays, parseInstant } from '@minhai/domain';
import type { FieldShape } from '@minhai/events';
import { codeList, type CodeListName } from '@minhai/schemas';
import { between, pick, type Random } from '../random.js';
import { presentShape } from './texts.js';
import type { NamedVariation, Variation } from './variation.js';

/** One variation for every field that can take another value by itself, and one for every field that may be absent. */
export function fieldVariations(fields: readonly FieldShape[]): NamedVariation[] {
  return fields.flatMap((field) => {
    const value = valueVariation(field);
    return [
      ...(value ? [{ name: `value of ${field.name}`, vary: value }] : []),
      ...(field.fallback === null ? [{ name: `presence of ${field.name}`, vary: presence(field.name) }] : []),
    ];
  });
}

function valueVariation(field: FieldShape): Variation | undefined {
  const shape = presentShape(field.shape);
  if (field.codelist !== undefined && shape.kind === 'string')
    return onlyPresent(field.name, (_, random, time) => pick(random, codesAt(field.codelist!, time)));
  if (shape.kind === 'boolean') return onlyPresent(field.name, (_, random) => random() < 0.5);
  if (shape.kind === 'enum') return onlyPresent(field.name, (_, random) => pick(random, shape.symbols));
  const { kind } = shape;
  if (kind === 'int' || kind === 'long')
    return onlyPresent(field.name, (value, random) => nearBy(Number(value), field, kind, random));
  return undefined;
}

const onlyPresent =
  (name: string, renew: (value: unknown, random: Random, time: number) => unknown): Variation =>
  (event, { random }) => {
    const value = event.data[name];
    if (value === undefined || value === null) return;
    event.data[name] = renew(value, random, parseInstant(event.time) ?? 0);
  };

/** Of the same sign and about the same size, within the field's limits: a bed count stays one, a sum of money too. */
function nearBy(value: number, { min, max }: FieldShape, kind: 'int' | 'long', random: Random): number {
  const limit = kind === 'int' ? 2 ** 31 - 1 : 2 ** 52;
  const reach = Math.max(10, Math.abs(value));
  const low = value > 0 ? 1 : value < 0 ? value - reach : 0;
  const high = value < 0 ? -1 : value + reach;
  return between(random, Math.max(low, min ?? -limit), Math.min(high, max ?? limit));
}

function codesAt(list: string, time: number): string[] {
  return codeList(list as CodeListName)
    .codes.filter(
      ({ validFrom, validTo }) =>
        (validFrom === null || time >= startOfDay(validFrom)) &&
        (validTo === null || time < startOfDay(addDays(validTo, 1))),
    )
    .map(({ code }) => code);
}

/** Leaves a field out, or borrows it from a sample that has it. */
const presence =
  (name: string): Variation =>
  (event, { random, samples }) => {
    if (event.data[name] !== undefined && event.data[name] !== null) {
      delete event.data[name];
      return;
    }
    const lenders = samples.filter(({ data }) => data[name] !== undefined && data[name] !== null);
    if (lenders.length > 0) event.data[name] = structuredClone(pick(random, lenders).data[name]);
  };

/** Attributes a publisher may leave out: leaves some out; a number of the aggregate and a higher class may come along. */
export const varyEnvelope: Variation = (event, { random, eventType }) => {
  for (const name of ['villageid', 'reason', 'actor'] as const) if (random() < 0.5) delete event[name];
  if (random() < 0.5) event.seq = between(random, 0, 9_999);
  else delete event.seq;
  if (random() < 0.3) event.sensitivity = between(random, eventType.sensitivity, 4);
  else delete event.sensitivity;
};
