import type { FactDisclosure } from './fact-disclosure.js';
import type { Rights } from './shown-figures.js';
import { PEOPLE } from './threshold.js';

/** Which facts' cases a reader may see, and how much of them. */
export interface ShownCases {
  /** Keys of persons and households need the right `personal`. */
  readonly showsKey: (fact: string) => boolean;
  /** Amounts and places of single cases of what is not open need `small-cells`: each is a small count. */
  readonly showsAmounts: (fact: string) => boolean;
}

export const shownCases = ({ impersonal, open }: FactDisclosure, { rights }: Rights): ShownCases => ({
  showsKey: (fact) => rights.has('personal') || impersonal.has(fact),
  showsAmounts: (fact) => rights.has('small-cells') || open.has(fact),
});

/** Stands for the key of a person or household. */
export const MASKED_KEY = '***';

/** Codes, days and numbers by name; null: a number that is not shown. */
export type ShownDetail = Readonly<Record<string, string | number | null>>;

interface FoundCase {
  readonly fact: string;
  readonly street: string;
  readonly detail: Readonly<Record<string, string | number>>;
}

/** A finding as a reader sees it; place and numbers are null where they are not shown. */
export type ShownFinding<F extends FoundCase> = Omit<F, 'street' | 'detail'> & {
  readonly street: string | null;
  readonly detail: ShownDetail;
};

/** What `gold.finding` shows of it, and its place only with its numbers: an answer names the figure it stands behind. */
export const shownFinding = <F extends FoundCase>(
  found: F,
  { showsAmounts }: Pick<ShownCases, 'showsAmounts'>,
): ShownFinding<F> =>
  showsAmounts(found.fact) ? found : { ...found, street: null, detail: withoutNumbers(found.detail) };

/** As `withoutNumbersSql`. */
const withoutNumbers = (detail: FoundCase['detail']): ShownDetail =>
  Object.fromEntries(
    Object.entries(detail).map(([name, value]) => [name, typeof value === 'number' ? null : value]),
  );

/** SQL: the detail of a finding, of type jsonb, with null in place of every number. */
export const withoutNumbersSql = (detail: string): string =>
  `(SELECT coalesce(jsonb_object_agg(x.key, CASE jsonb_typeof(x.value) WHEN 'number' THEN 'null' ELSE x.value END), '{}')
  FROM jsonb_each(${detail}) x)`;

/**
 * How many events are behind an amount, told to a reader who may not see single cases: of few their sum would be the
 * amounts of those few.
 */
export const shownCount = (events: number): number | null => (events < PEOPLE ? null : events);
