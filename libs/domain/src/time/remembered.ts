const MOST = 50_000;

/** The same pure function with its answers kept: events cluster in few days, and writing one costs more than looking it up. */
export function remembered<K, V extends string | number | object>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = compute(key);
    if (known.size >= MOST) known.clear();
    known.set(key, value);
    return value;
  };
}
