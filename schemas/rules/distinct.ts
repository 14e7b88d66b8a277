/** True when no value occurs twice. */
export const isDistinct = (values: readonly unknown[]): boolean => new Set(values).size === values.length;
