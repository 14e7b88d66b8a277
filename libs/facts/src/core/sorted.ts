/** Up to so many items an insertion sort is cheaper: V8 allocates well over a kilobyte per sort, however short. */
const FEW = 12;

/** The items in order; the same array when they are already. Equal items keep their order. */
export function sorted<T>(items: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  for (let i = 1; i < items.length; i++) {
    if (compare(items[i - 1]!, items[i]!) > 0)
      return items.length > FEW ? [...items].sort(compare) : inserted(items, compare);
  }
  return items;
}

function inserted<T>(items: readonly T[], compare: (a: T, b: T) => number): T[] {
  const result = [...items];
  for (let i = 1; i < result.length; i++) {
    const item = result[i]!;
    let at = i;
    for (; at > 0 && compare(result[at - 1]!, item) > 0; at--) result[at] = result[at - 1]!;
    result[at] = item;
  }
  return result;
}
