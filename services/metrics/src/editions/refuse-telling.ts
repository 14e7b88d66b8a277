import { RefusedError } from '@minhai/errors';
import { type PublishedFigure, cutsOf } from '../disclosure/published-cuts.js';
import { tellingDifferences } from '../disclosure/differencing.js';
import type { EditionContents } from './contents.js';

/** Contents that are or were published. */
export interface PublishedEdition {
  readonly id: string;
  readonly contents: EditionContents;
}

/** How many pairs a refusal names. */
const MOST_NAMED = 20;

/**
 * Throws RefusedError 422 when two counts of people in these contents, or one in them and one in another edition of
 * the same day, lie one within the other and differ by too few: whoever has both has those few. Says which, not by how many.
 */
export function refuseTellingDifferences(
  contents: EditionContents,
  earlier: readonly PublishedEdition[],
  kOf?: (measure: string) => number | undefined,
): void {
  const cuts = [
    ...cutsOf(figuresOf(contents, ''), contents.asOf),
    ...earlier.flatMap(({ id, contents: other }) => cutsOf(figuresOf(other, `${id}: `), other.asOf)),
  ];
  const isNew = (name: string): boolean => !earlier.some(({ id }) => name.startsWith(`${id}: `));
  const telling = tellingDifferences(cuts, kOf).filter(
    ({ wider, narrower }) => isNew(wider) || isNew(narrower),
  );
  if (telling.length === 0) return;
  const [first] = telling;
  throw new RefusedError(
    422,
    'TELLING_DIFFERENCE',
    `${first!.narrower} lies within ${first!.wider} (${first!.region}) and lacks fewer than ${first!.k} people of it`,
    { differences: telling.slice(0, MOST_NAMED), count: telling.length },
  );
}

const figuresOf = ({ definitions, figures }: EditionContents, prefix: string): PublishedFigure[] => {
  const byId = new Map(definitions.map(({ id, definition }) => [id, definition]));
  return figures.map(({ indicator, region, numerator, denominator }) => ({
    name: `${prefix}${indicator}`,
    indicator: byId.get(indicator)!,
    region,
    numerator,
    denominator,
  }));
};
