import type { IndicatorDefinition, Term } from '../indicators/definition.js';
import { thresholdOf } from './threshold.js';
import { getMeasure, isNarrower } from '../evaluate/window.js';

/** A count of people that is published: which part of a measure, where and when, and how many. */
export interface PublishedCut {
  /** What it is called where it is published. */
  readonly name: string;
  readonly term: Term;
  readonly region: string;
  /** Start and end of what was counted; equal cuts of different dates are not differences of people. */
  readonly period: string;
  readonly count: bigint;
}

/** Two published cuts, one within the other, that differ by so few that their difference tells of them. */
export interface TellingDifference {
  readonly wider: string;
  readonly narrower: string;
  readonly region: string;
  readonly period: string;
  readonly k: number;
}

/**
 * Every pair of cuts of one measure, region and period, one within the other, that differs by 1 to k − 1. One cut as
 * known at two times is no pair: what was registered late is no part of the people, and a restatement has to be possible.
 * `kOf`: the threshold of a measure; undefined where it counts no people.
 */
export function tellingDifferences(
  cuts: readonly PublishedCut[],
  kOf: (measure: string) => number | undefined = thresholdOfMeasure,
): TellingDifference[] {
  return cuts.flatMap((wider) => {
    const k = kOf(wider.term.measure);
    if (k === undefined) return [];
    return cuts
      .filter((narrower) => isPart(narrower, wider))
      .filter((narrower) => wider.count > narrower.count && wider.count - narrower.count < BigInt(k))
      .map((narrower) => ({
        wider: wider.name,
        narrower: narrower.name,
        region: wider.region,
        period: wider.period,
        k,
      }));
  });
}

const thresholdOfMeasure = (measure: string): number | undefined => thresholdOf(getMeasure(measure));

function isPart(narrower: PublishedCut, wider: PublishedCut): boolean {
  if (narrower === wider || narrower.term.measure !== wider.term.measure) return false;
  if (narrower.region !== wider.region || narrower.period !== wider.period) return false;
  const [inner, outer] = [narrower.term.where, wider.term.where];
  return isNarrower(inner, outer) && !isNarrower(outer, inner);
}

/** The terms of an indicator that count people. */
export const peopleTerms = ({ numerator, denominator }: IndicatorDefinition): readonly Term[] =>
  [...numerator, ...(denominator ?? [])].filter(({ measure }) => thresholdOfMeasure(measure) !== undefined);
