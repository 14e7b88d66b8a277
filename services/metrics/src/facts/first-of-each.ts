/** Of items with one number the first, in their order; and apart those that use a number again. */
export function firstOfEach<Item>(
  items: readonly Item[],
  numberOf: (item: Item) => unknown,
): { readonly first: readonly Item[]; readonly again: readonly Item[] } {
  const numbers = new Set<unknown>();
  const first: Item[] = [];
  const again: Item[] = [];
  for (const item of items) {
    const number = numberOf(item);
    (numbers.has(number) ? again : first).push(item);
    numbers.add(number);
  }
  return { first, again };
}
