import { type BusinessDay, daysOfPeriod, formatInstant } from '@minhai/domain';
import type { ConsumedPosition } from '@minhai/facts/store';
import type { PinnedDefinition } from '../definitions/definition-version.js';
import { type PeopleOf, type RegionFigures, figuresAt, shownBase } from '../disclosure/region-figures.js';
import { type PeopleBehind, peopleBehind } from '../disclosure/threshold.js';
import { type EvaluatedIndicator, evaluate } from '../evaluate/evaluate.js';
import type { Lookup } from '../evaluate/window.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { canonicalText, type JsonValue } from './canonical-text.js';
import { sha256 } from './edition-verifier.js';

export const CONTENTS_FORMAT = 'minhai.edition/1';

export interface PinnedFact {
  readonly name: string;
  readonly version: number;
  readonly fingerprint: string;
}

export interface DivisionRow {
  readonly code: string;
  readonly level: string;
  readonly validFrom: BusinessDay;
  readonly validUntil: BusinessDay | null;
}

export interface FindingsOpen {
  readonly rule: string;
  readonly severity: string;
  readonly count: number;
}

/** Events the lake held back when the edition was drafted: observed then, and pinned like the positions. */
export interface HeldEvents {
  /** Of sources of the district. */
  readonly district: number;
  /** Of sources that could not be read. */
  readonly unattributed: number;
}

export interface EditionFigure {
  readonly indicator: string;
  /** The district, one of its 街镇, or `unknown`. */
  readonly region: string;
  readonly value: string | null;
  /** Null only where withheld. */
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** Whether the figure would tell of few people and is therefore published to nobody. */
  readonly withheld: boolean;
  /** Of the district only, as everything below. */
  readonly base: EvaluatedIndicator['base'];
  readonly target: EvaluatedIndicator['target'];
  readonly completion: string | null;
  readonly status: string | null;
}

/** What is chosen before anything is computed; together with the events it decides every byte of the contents. */
export interface EditionPins {
  /** GB/T 2260. */
  readonly district: string;
  /** A year or a month: 2020, 2020-06. */
  readonly period: string;
  /** Epoch milliseconds. */
  readonly knownAt: number;
  readonly positions: readonly ConsumedPosition[];
  readonly definitions: readonly PinnedDefinition[];
  readonly facts: readonly PinnedFact[];
  readonly held: HeldEvents;
}

/** What the tables say at the last day of the period, as known then. */
export interface EditionReading {
  readonly lookup: Lookup;
  readonly findings: readonly FindingsOpen[];
  readonly divisions: readonly DivisionRow[];
}

export interface EditionContents {
  readonly format: typeof CONTENTS_FORMAT;
  readonly district: string;
  readonly period: string;
  readonly asOf: BusinessDay;
  /** RFC 3339. */
  readonly knownAt: string;
  readonly positions: readonly ConsumedPosition[];
  readonly definitions: readonly (Pick<PinnedDefinition, 'id' | 'version' | 'validFrom' | 'digest'> & {
    readonly definition: IndicatorDefinition;
  })[];
  readonly facts: readonly PinnedFact[];
  readonly divisions: { readonly digest: string; readonly rows: readonly DivisionRow[] };
  readonly findings: { readonly open: number; readonly byRule: readonly FindingsOpen[] };
  readonly held: HeldEvents;
  readonly figures: readonly EditionFigure[];
}

const PERIOD = /^\d{4}(-\d{2})?$/;

/** The last day of a period; undefined when the text is none. */
export function lastDayOf(period: string): BusinessDay | undefined {
  return PERIOD.test(period) ? daysOfPeriod(period)?.last : undefined;
}

/** Pure, and in one order whatever the order of what it is given. */
export function composeEdition(
  pins: EditionPins,
  reading: EditionReading,
  peopleOf: PeopleOf = peopleBehind,
): EditionContents {
  const asOf = lastDayOf(pins.period)!;
  const definitions = pins.definitions.toSorted((a, b) => compare(a.id, b.id));
  const rows = reading.divisions.toSorted(
    (a, b) => compare(a.code, b.code) || compare(a.validFrom, b.validFrom),
  );
  return {
    format: CONTENTS_FORMAT,
    district: pins.district,
    period: pins.period,
    asOf,
    knownAt: formatInstant(pins.knownAt),
    positions: pins.positions.toSorted((a, b) => compare(a.domain, b.domain) || a.partition - b.partition),
    definitions: definitions.map(({ id, version, validFrom, digest, definition }) => ({
      id,
      version,
      validFrom,
      digest,
      definition,
    })),
    facts: pins.facts.toSorted((a, b) => compare(a.name, b.name)),
    divisions: { digest: sha256(canonicalText(rows as unknown as JsonValue)), rows },
    findings: {
      open: reading.findings.reduce((sum, { count }) => sum + count, 0),
      byRule: reading.findings.toSorted((a, b) => compare(a.rule, b.rule) || compare(a.severity, b.severity)),
    },
    held: pins.held,
    figures: definitions.flatMap(({ definition }) =>
      figuresFor(definition, asOf, reading.lookup, peopleOf(definition)),
    ),
  };
}

export const contentsText = (contents: EditionContents): string =>
  canonicalText(contents as unknown as JsonValue);

function figuresFor(
  indicator: IndicatorDefinition,
  asOf: BusinessDay,
  lookup: Lookup,
  people: PeopleBehind | undefined,
): EditionFigure[] {
  const { base, target, completion, status } = evaluate(indicator, asOf, lookup);
  const { district, streets, withheld } = figuresAt(indicator, asOf, lookup, people);
  const isWhole = withheld.has(district.region);
  return [
    {
      ...shown(indicator.id, district, isWhole),
      base: base && shownBase(indicator, base, lookup, people),
      target,
      // Both tell of the value.
      completion: isWhole ? null : completion,
      status: isWhole ? null : status,
    },
    ...streets.map((street) => ({
      ...shown(indicator.id, street, withheld.has(street.region)),
      base: null,
      target: null,
      completion: null,
      status: null,
    })),
  ];
}

const shown = (
  indicator: string,
  { region, value, numerator, denominator }: RegionFigures,
  withheld: boolean,
) =>
  withheld
    ? { indicator, region, value: null, numerator: null, denominator: null, withheld }
    : { indicator, region, value, numerator, denominator, withheld };

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
