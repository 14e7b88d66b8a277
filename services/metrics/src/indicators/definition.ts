import type { Titles } from '@minhai/facts';

/**
 * A value at a date, a sum in the calendar year, a sum in the five-year plan (2016–2020, 2021–2025), a count that is never
 * taken back, a ratio of two of these, the share of a district's 街镇 that have something (a ratio whose numerator counts
 * every 街镇 at most once), the share of satisfied among valid answers of a survey, or n done.
 */
export type IndicatorKind = 'STOCK' | 'FLOW-Y' | 'FLOW-P' | 'CUM' | 'RATIO' | 'COVER' | 'SURVEY' | 'MILE';

/** 约束性 (a miss is a breach), 预期性, a figure in a plan's running text, or none: the plan names no such figure. */
export type Property = 'binding' | 'expected' | 'text' | 'none';

/** The part of a measure that counts: every dim named must have one of the listed members. */
export interface Term {
  readonly measure: string;
  readonly where?: Readonly<Record<string, readonly string[]>>;
}

/** Why no events can come to the published figure, and how far from it, in the unit of the indicator, they may come. */
export interface DeclaredMismatch {
  readonly tolerance: string;
  readonly reason: Titles;
}

export interface Base {
  /** Last day of the base period. */
  readonly asOf: string;
  /** The published figure as a decimal; its decimals are the precision it is tested at. */
  readonly published: string;
  readonly literal: string;
  /** Only for a figure that contradicts itself; the difference is shown with its reason and is no failure. */
  readonly declaredMismatch?: DeclaredMismatch;
  /** A figure printed as a bound (“超过90%”, “2100 余”): the computed one must lie beyond it. Absent: must equal it. */
  readonly bound?: Bound;
}

/** From the published figure on (`gte`) or above it (`gt`), and below another where the print says “余”. */
export interface Bound {
  readonly comparator: 'gte' | 'gt';
  readonly below?: string;
}

/** A target that the plan gives as a share of something counted: the sum of `of` × `factor`, at the day asked for. */
export interface MeasuredTarget {
  readonly of: readonly Term[];
  /** A decimal, e.g. `0.001` for 1‰. */
  readonly factor: string;
}

export interface Target {
  /** As printed. */
  readonly literal: string;
  /** Normalised: a bare number in an upward indicator means at least that much. */
  readonly comparator: 'gte' | 'gt' | 'eq' | 'range';
  readonly value: string | MeasuredTarget;
  /** Upper bound of a range. */
  readonly upper?: string;
  readonly year: number;
  /** A target over a period counts the flow of these years; absent: the value itself is measured. */
  readonly period?: { readonly from: number; readonly to: number };
}

/** What the numerator counts, said after a number: 张 护理型床位, “nursing-type beds”. */
export interface Counts {
  readonly unit: string;
  readonly zh: string;
  readonly en: string;
  /** How much of the numerator is one of it, as 100 fen are a yuan. Default 1. */
  readonly per?: number;
}

export interface Source {
  readonly document: string;
  readonly section: string;
  readonly quote: string;
}

/**
 * An indicator is data over measures. Numerator and denominator are summed and divided once:
 * value = numerator × factor ÷ (denominator × divisor). Without a denominator the value is the numerator, scaled.
 */
export interface IndicatorDefinition {
  readonly id: string;
  /** Raised by hand with every change of what the figure means. Default 1. */
  readonly version?: number;
  /** First day on which this version is in force. Default: the plan’s beginning. */
  readonly validFrom?: string;
  /** GB/T 2260. */
  readonly district: string;
  /** Position in the plan's table; figures of the running text follow. */
  readonly order: number;
  readonly names: Titles;
  readonly definition: Titles;
  readonly unit: string;
  /** Required with a denominator; without one the default is the indicator's own name and unit. */
  readonly counts?: Counts;
  /** Decimals of the value as shown; the published figure is tested at its own. */
  readonly decimals: number;
  readonly kind: IndicatorKind;
  readonly property: Property;
  /** Whether the figure is also kept by 街镇. */
  readonly breakdown: 'street' | null;
  readonly numerator: readonly Term[];
  readonly denominator: readonly Term[] | null;
  readonly factor: number;
  /** Turns the unit of a measure into a larger one that is published, as ㎡ into 万㎡. Default 1. */
  readonly divisor?: number;
  readonly base: Base | null;
  readonly target: Target | null;
  readonly source: Source;
}
