import { addDays, addMonths, monthOf } from '@minhai/domain';
import type { EventTypeName, PayloadByType } from '@minhai/schemas';
import fc from 'fast-check';

/** Payloads by event type, for the property over all facts. */
export type Payloads = { readonly [Type in EventTypeName]?: fc.Arbitrary<Partial<PayloadByType[Type]>> };

// Pools so small that events meet.

const ORIGIN = '2019-06-15';

/** One of the first so many days. */
export const dayOfFirst = (days: number): fc.Arbitrary<string> =>
  fc.nat(days).map((count) => addDays(ORIGIN, count));
export const day = dayOfFirst(400);
/** A month of these days. */
export const month = fc.nat(13).map((months) => monthOf(addMonths(ORIGIN, months)));
export const few = (...values: string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
export const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
export const amount = fc.nat(3);
export const persons = few('per_00000001', 'per_00000002');
export const regions = few('310105', '310105001', '310105002');
export const streets = few('310105001', '310105002');
