/**
 * The items in order; the same array when they are already. Short histories mostly are, and V8 allocates well over a
 * kilobyte per sort however short the array.
 */
export function sorted<T>(items: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  for (let i = 1; i < items.length; i++) {
    if (compare(items[i - 1]!, items[i]!) > 0) return [...items].sort(compare);
  }
  return items;
}
