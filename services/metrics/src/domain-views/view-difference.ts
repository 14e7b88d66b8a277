import { columnsOf, type DomainView, type ViewRow } from './domain-view.js';

export interface ViewDifference {
  readonly changed: readonly ViewRow[];
  readonly vanished: readonly ViewRow[];
}

const keyOf = ({ key }: DomainView, row: ViewRow): string => JSON.stringify(key.map(({ name }) => row[name]));

export const contentOf = (view: DomainView, row: ViewRow): string =>
  JSON.stringify(columnsOf(view).map(({ name }) => row[name]));

/** What must be written so that `stored` becomes `computed`. */
export function viewDifference(
  view: DomainView,
  stored: readonly ViewRow[],
  computed: readonly ViewRow[],
): ViewDifference {
  const before = new Map(stored.map((row) => [keyOf(view, row), row]));
  const values = view.values.map(({ name }) => name);
  const changed = computed.filter((row) => {
    const key = keyOf(view, row);
    const known = before.get(key);
    before.delete(key);
    return !known || values.some((name) => known[name] !== row[name]);
  });
  return { changed, vanished: [...before.values()] };
}
