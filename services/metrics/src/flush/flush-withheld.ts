import type { Transaction } from '@minhai/postgres';
import { peopleBehind } from '../disclosure/threshold.js';
import { withheldRows } from '../disclosure/withheld-rows.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { type SeriesDifference, type SeriesKey, seriesName } from './series-difference.js';
import {
  type StoredFigure,
  markWithheld,
  readFiguresAt,
  readFiguresOf,
  showOthers,
} from './withheld.store.js';

/** Of the month ends that a flush touched: the names of figures that are withheld, and of those that were. */
export interface WithheldNames {
  readonly now: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
}

/**
 * Decides anew, in the transaction that wrote the figures, which of the month ends they touch are withheld: one 街镇 that
 * changes can move the cover of others. Of what vanished nobody knows any more; it counts as withheld before.
 */
export async function flushWithheld(
  tx: Transaction,
  indicators: readonly IndicatorDefinition[],
  { changed, vanished }: Pick<SeriesDifference, 'changed' | 'vanished'>,
): Promise<WithheldNames> {
  const ofPeople = indicatorsOfPeople(indicators);
  const ids = new Set(ofPeople.map(({ id }) => id));
  const isOfPeople = ({ indicator }: SeriesKey): boolean => ids.has(indicator);
  const gone = vanished.filter(isOfPeople);
  const touched = [...changed.filter(isOfPeople), ...gone];
  if (touched.length === 0) return { now: new Set(), before: new Set() };
  const figures = await readFiguresAt(tx, touched);
  return {
    now: await mark(tx, ofPeople, figures),
    before: new Set([...gone, ...figures.filter(({ withheld }) => withheld)].map(seriesName)),
  };
}

/** All of it: the definitions, and with them thresholds, may be other ones. */
export async function rebuildWithheld(
  tx: Transaction,
  indicators: readonly IndicatorDefinition[],
): Promise<void> {
  const ofPeople = indicatorsOfPeople(indicators);
  const ids = ofPeople.map(({ id }) => id);
  await showOthers(tx, ids);
  await mark(tx, ofPeople, await readFiguresOf(tx, ids));
}

const indicatorsOfPeople = (indicators: readonly IndicatorDefinition[]): IndicatorDefinition[] =>
  indicators.filter((indicator) => peopleBehind(indicator) !== undefined);

async function mark(
  tx: Transaction,
  indicators: readonly IndicatorDefinition[],
  figures: readonly StoredFigure[],
): Promise<ReadonlySet<string>> {
  const withheld = withheldRows(indicators, figures);
  await markWithheld(
    tx,
    figures
      .filter((figure) => figure.withheld !== withheld.has(figure))
      .map((figure) => ({ ...figure, withheld: !figure.withheld })),
  );
  return new Set([...withheld].map(seriesName));
}
