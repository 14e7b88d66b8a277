import { formatInstant } from '@minhai/domain';
import { RefusedError } from '@minhai/errors';
import type { FactDefinition } from '@minhai/facts';
import type { Database, Queryable } from '@minhai/postgres';
import { readWindows } from '../cells/measure.reader.js';
import { inSnapshot } from '../cells/snapshot.js';
import { findVersion } from '../definitions/definition-history.store.js';
import type { FactDisclosure } from '../disclosure/fact-disclosure.js';
import { shownCases } from '../disclosure/shown-cases.js';
import { peopleHiddenFrom } from '../disclosure/shown-figures.js';
import type { Figures } from '../evaluate/evaluate.js';
import { factsWith, ownWindows, termsOf } from '../evaluate/window.js';
import { FACTS } from '../facts/catalogue.generated.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { getIndicator } from '../indicators-api/get-indicator.js';
import type { Reader } from '../readers/reader.js';
import type { Evidence, Reading } from './evidence.js';
import {
  type MovementAnswer,
  NO_VALUE,
  type ReadingAnswer,
  differenceOf,
  partsOf,
} from './movement-answer.js';
import type { MovementQuery } from './movement.query.js';
import { readEvidence } from './movement.reader.js';
import { refuseFew, refuseRegion } from './refuse-region.js';
import { type KnownSums, type Question, movementOf } from './movement.js';

interface Read {
  readonly sums: KnownSums;
  readonly evidence: Evidence;
}

/** Explains why a figure moved between any two readings, straight from rows and events. */
export class MovementService {
  constructor(
    private readonly database: Database,
    private readonly indicators: readonly IndicatorDefinition[],
    private readonly disclosure: FactDisclosure,
  ) {}

  /**
   * `reader` may see entities of persons with the right `personal`, day, place and share of single events of facts that are
   * not open with the right `small-cells`. Throws RefusedError for an unknown indicator, a region it is not kept by, a stale cursor.
   */
  async explain(id: string, query: MovementQuery, reader: Pick<Reader, 'rights'>): Promise<MovementAnswer> {
    const indicator = getIndicator(this.indicators, id);
    const { question, sums, evidence } = await inSnapshot(this.database, async (tx) => {
      const asked = await questionOf(tx, indicator, query);
      refuseRegion(
        indicator,
        query.region,
        !definitionsOf(asked).some((one) => peopleHiddenFrom(reader, one)),
      );
      return { question: asked, ...(await read(tx, asked)) };
    });
    const movement = movementOf(question, sums, evidence);
    const [from, to] = [readingOf(question.from, movement.from), readingOf(question.to, movement.to)];
    const region = query.region ?? indicator.district;
    const counts = [from, to].map(({ numerator, denominator }) => ({ region, numerator, denominator }));
    for (const definition of definitionsOf(question)) refuseFew(peopleHiddenFrom(reader, definition), counts);
    const { showsKey, showsAmounts } = shownCases(this.disclosure, reader);
    return {
      indicator: id,
      name: indicator.names,
      unit: indicator.unit,
      region,
      from,
      to,
      difference: differenceOf(movement),
      remark: movement.exact.value === null ? NO_VALUE : null,
      parts: partsOf(movement, {
        decimals: indicator.decimals,
        rows: evidence.rows,
        limit: query.limit,
        part: query.part,
        cursor: query.cursor,
        showsKey,
        // By any fact behind either reading: of a sum of open and other events the others would be what is left.
        tellsCases: factsBehind(question).every(({ name }) => showsAmounts(name)),
      }),
    };
  }
}

async function questionOf(
  tx: Queryable,
  indicator: IndicatorDefinition,
  { from, to, fromKnownAt, toKnownAt, fromVersion, toVersion, region }: MovementQuery,
): Promise<Question> {
  const [before, after] = [
    await definitionOf(tx, indicator, fromVersion),
    await definitionOf(tx, indicator, toVersion),
  ];
  return {
    from: { indicator: before, asOf: from, knownAt: fromKnownAt ?? null },
    to: { indicator: after, asOf: to, knownAt: toKnownAt ?? null },
    street: region,
  };
}

async function definitionOf(
  tx: Queryable,
  indicator: IndicatorDefinition,
  version: number | undefined,
): Promise<IndicatorDefinition> {
  if (version === undefined) return indicator;
  const found = await findVersion(tx, indicator.id, version);
  if (!found) throw new RefusedError(404, 'NOT_FOUND', `${indicator.id} has no version ${version}`);
  return found;
}

const definitionsOf = ({ from, to }: Question): readonly IndicatorDefinition[] => [
  from.indicator,
  to.indicator,
];

const factsBehind = (question: Question): readonly FactDefinition[] => {
  const terms = definitionsOf(question).flatMap(termsOf);
  return factsWith(
    terms.map(({ measure }) => measure),
    FACTS,
  );
};

/** Sums of both definitions at both days, each as known to both readings, and what differs between them. */
async function read(tx: Queryable, question: Question): Promise<Read> {
  const { from, to } = question;
  const windows = [from, to].flatMap(({ indicator }) =>
    [from.asOf, to.asOf].flatMap((asOf) => ownWindows(indicator, asOf)),
  );
  const sums = (knownAt: number | null) => readWindows(tx, to.indicator.district, windows, knownAt);
  return {
    sums: { from: await sums(from.knownAt), to: await sums(to.knownAt) },
    evidence: await readEvidence(tx, question),
  };
}

const readingOf = ({ asOf, knownAt }: Reading, figures: Figures): ReadingAnswer => ({
  asOf,
  knownAt: knownAt === null ? null : formatInstant(knownAt),
  ...figures,
});
