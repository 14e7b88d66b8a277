import type { Rule } from '../contract.js';

/** True when no value occurs twice. */
export const isDistinct = (values: readonly unknown[]): boolean => new Set(values).size === values.length;

/** A list of codes or keys names each of them once. */
export const distinctValues = <Field extends string>(
  field: Field,
): Rule<Readonly<Record<Field, readonly string[] | null>>> => ({
  name: 'distinct-values',
  pointer: `/data/${field}`,
  zh: '各项不重复',
  en: 'no value occurs twice',
  holds: ({ data }) => isDistinct(data[field] ?? []),
});
