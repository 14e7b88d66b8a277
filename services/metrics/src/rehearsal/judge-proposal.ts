import { lastDayOfYear } from '@minhai/domain';
import type { Problem } from '@minhai/errors';
import type { MeasureDefinition } from '@minhai/facts';
import type { IndicatorDefinition, Term } from '../indicators/definition.js';
import { DIVIDED_KINDS, KIND_RULES } from './kind-rules.js';

/** What is known of a measure: its definition, and the dims its cells have; undefined while it has none. */
export interface KnownMeasure {
  readonly measure: MeasureDefinition;
  readonly dims: ReadonlySet<string> | undefined;
}

export type KnownMeasures = ReadonlyMap<string, KnownMeasure>;

type Terms = readonly Term[];

const problem = (pointer: string, message: string): Problem => ({ code: 'BODY', pointer, message });

/** Why a definition cannot be computed or would be nonsense; empty when it can. `current`: the version in force. */
export function judgeProposal(
  proposed: IndicatorDefinition,
  current: IndicatorDefinition | undefined,
  known: KnownMeasures,
): Problem[] {
  return [
    ...versionProblems(proposed, current),
    ...termProblems(proposed.numerator, '/numerator', known),
    ...termProblems(proposed.denominator ?? [], '/denominator', known),
    ...targetProblems(proposed, known),
    ...kindProblems(proposed, known),
  ];
}

function versionProblems(proposed: IndicatorDefinition, current: IndicatorDefinition | undefined): Problem[] {
  if (!current) return [];
  const problems: Problem[] = [];
  if (proposed.district !== current.district)
    problems.push(problem('/district', `${current.id} is an indicator of ${current.district}`));
  const inForce = current.version ?? 1;
  if ((proposed.version ?? inForce + 1) <= inForce)
    problems.push(problem('/version', `version ${inForce} is in force; a change needs a higher one`));
  return problems;
}

function termProblems(terms: Terms, at: string, known: KnownMeasures): Problem[] {
  return [
    ...terms.flatMap((term, i) => oneTermProblems(term, `${at}/${i}`, known)),
    ...mixture(terms, at, known),
  ];
}

function oneTermProblems({ measure, where = {} }: Term, at: string, known: KnownMeasures): Problem[] {
  const found = known.get(measure);
  if (!found) return [problem(`${at}/measure`, `no fact has a measure ${measure}`)];
  const { dims } = found;
  if (!dims) return [];
  return Object.keys(where)
    .filter((dim) => !dims.has(dim))
    .map((dim) =>
      problem(
        `${at}/where/${dim}`,
        `${measure} has no dim ${dim}; it has ${[...dims].sort().join(', ') || 'none'}`,
      ),
    );
}

/** What is added up must be of one unit, one scale and one kind. */
function mixture(terms: Terms, at: string, known: KnownMeasures): Problem[] {
  const measures = terms.map(({ measure }) => known.get(measure)?.measure);
  const first = measures.find((measure) => measure !== undefined);
  return (['unit', 'scale', 'kind'] as const).flatMap((property) =>
    measures.flatMap((measure, i) =>
      measure && measure[property] !== first![property]
        ? [
            problem(
              `${at}/${i}/measure`,
              `${measure.name} has the ${property} ${measure[property]}, ${first!.name} has ${first![property]}`,
            ),
          ]
        : [],
    ),
  );
}

function targetProblems({ base, target }: IndicatorDefinition, known: KnownMeasures): Problem[] {
  if (!target) return [];
  const problems =
    typeof target.value === 'string' ? [] : termProblems(target.value.of, '/target/value/of', known);
  if ((target.comparator === 'range') !== (target.upper !== undefined))
    problems.push(problem('/target/upper', 'a range has an upper bound, and nothing else has'));
  if (target.period && target.period.from > target.period.to)
    problems.push(problem('/target/period', 'ends before it begins'));
  if (base && base.asOf >= lastDayOfYear(target.year))
    problems.push(problem('/target/year', 'ends before the base'));
  return problems;
}

function kindProblems(proposed: IndicatorDefinition, known: KnownMeasures): Problem[] {
  const { kind, denominator } = proposed;
  const { divided, over } = KIND_RULES[kind];
  const problems: Problem[] = [];
  if (divided && denominator === null) problems.push(problem('/denominator', `a ${kind} has a denominator`));
  if (!divided && denominator !== null)
    problems.push(problem('/denominator', `a ${kind} has none; quotients are ${DIVIDED_KINDS.join(', ')}`));
  proposed.numerator.forEach(({ measure }, i) => {
    const found = known.get(measure)?.measure;
    if (over && found && found.kind !== over)
      problems.push(
        problem(`/numerator/${i}/measure`, `a ${kind} is over a ${over}; ${measure} is a ${found.kind}`),
      );
  });
  return problems;
}
