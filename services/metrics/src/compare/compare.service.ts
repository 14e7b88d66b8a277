import { addDecimals, parseDecimal } from '@minhai/domain';
import { RefusedError } from '@minhai/errors';
import type { Titles } from '@minhai/facts';
import { type Rights, type ShownFigures, shownFigures } from '../disclosure/shown-figures.js';
import { figuresOf } from '../evaluate/evaluate.js';
import { COMPARISONS } from '../indicators/comparisons.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import type { IndicatorAnswer, IndicatorsService } from '../indicators-api/indicators.service.js';
import { type Aggregate, requireAggregate } from '../series/aggregation.js';
import type { CompareQuery } from './compare.api.js';
import { type Difference, differencesOf, noteOf } from './differences.js';

export interface Pair {
  readonly family: string | null;
  readonly names: Titles | null;
  readonly comparable: boolean;
  readonly differences: readonly Difference[];
  readonly note: Titles | null;
  readonly indicators: readonly IndicatorAnswer[];
  /** Withheld with either of the two: whoever knows one has the other. */
  readonly total?: ShownFigures;
}

export interface CompareAnswer {
  readonly asOf: string;
  readonly knownAt: string | null;
  readonly pairs: readonly Pair[];
}

/** Both districts side by side: the same answers as each alone, with what may be made of the two. */
export class CompareService {
  constructor(
    private readonly service: IndicatorsService,
    private readonly indicators: readonly IndicatorDefinition[],
  ) {}

  async compare(
    { family, indicators, aggregate, ...question }: CompareQuery,
    reader: Rights,
  ): Promise<CompareAnswer> {
    const pairs = indicators
      ? [indicators]
      : COMPARISONS.filter((pair) => family === undefined || pair.family === family).map(
          (pair) => pair.indicators,
        );
    const defined = pairs.map(
      (ids) => ids.map((id) => this.get(id)) as [IndicatorDefinition, IndicatorDefinition],
    );
    if (aggregate) for (const pair of defined) requireSum(pair, aggregate);
    const answers = await this.service.answers(defined.flat(), question, reader);
    const byId = new Map(answers.map((answer) => [answer.id, answer]));
    const [first] = answers;
    return {
      asOf: first!.asOf,
      knownAt: first!.knownAt,
      pairs: defined.map((pair) => {
        const both = pair.map(({ id }) => byId.get(id)!);
        return { ...describe(pair), indicators: both, ...(aggregate && { total: totalOf(pair[0], both) }) };
      }),
    };
  }

  private get(id: string): IndicatorDefinition {
    const indicator = this.indicators.find((candidate) => candidate.id === id);
    if (!indicator) throw new RefusedError(404, 'NOT_FOUND', `no such indicator: ${id}`);
    return indicator;
  }
}

function describe([a, b]: readonly [IndicatorDefinition, IndicatorDefinition]): Omit<Pair, 'indicators'> {
  const known = COMPARISONS.find(
    ({ indicators }) => [a.id, b.id].every((id) => indicators.includes(id)) && a.id !== b.id,
  );
  const differences = differencesOf(a, b);
  return {
    family: known?.family ?? null,
    names: known?.names ?? null,
    comparable: differences.length === 0,
    differences,
    note: known ? (known.note ?? null) : noteOf(differences),
  };
}

/** Added are only figures of one definition that count, of two districts. */
function requireSum([a, b]: readonly [IndicatorDefinition, IndicatorDefinition], aggregate: Aggregate): void {
  requireAggregate(aggregate, a, 'regions');
  requireAggregate(aggregate, b, 'regions');
  const { comparable, note } = describe([a, b]);
  const message =
    a.district === b.district ? 'both are figures of one district' : comparable ? null : note!.en;
  if (message === null) return;
  throw new RefusedError(422, 'AGGREGATE', `${a.id}, ${b.id}: ${message}`, {
    ...(a.district !== b.district && note && { reason: note }),
    problems: [{ code: 'AGGREGATE', pointer: '/aggregate', message }],
  });
}

function totalOf(
  { factor, divisor, decimals }: IndicatorDefinition,
  answers: readonly IndicatorAnswer[],
): ShownFigures {
  const withheld = answers.some((answer) => answer.withheld);
  const numerator = answers.map(({ numerator: own }) => parseDecimal(own ?? '0')!).reduce(addDecimals);
  return shownFigures(figuresOf({ numerator, denominator: null, factor, divisor }, decimals), withheld);
}
