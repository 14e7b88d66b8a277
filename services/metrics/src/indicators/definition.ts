import type { Titles } from '@minhai/facts';

/**
 * A value at a date, a sum in the calendar year, a sum in the five-year plan (2016–2020, 2021–2025), a count that is
 * never taken back, or a ratio of two of these.
 */
export type IndicatorKind = 'STOCK' | 'FLOW-Y' | 'FLOW-P' | 'CUM' | 'RATIO';

/** 约束性 (a miss is a breach), 预期性, a figure in a plan's running text, or none: the plan names no such figure. */
export type Property = 'binding' | 'expected' | 'text' | 'none';

/** The part of a measure that counts: every dim named must have one of the listed members. */
export interface Term {
  readonly measure: string;
  readonly where?: Readonly<Record<string, readonly string[]>>;
}

export interface Base {
  /** Last day of the base period. */
  readonly asOf: string;
  /** The published figure as a decimal; its decimals are the precision it is tested at. */
  readonly published: string;
  readonly literal: string;
  /** A figure printed as a bound (“超过90%”, “2100 余”): the computed one must lie beyond it. Absent: must equal it. */
  readonly bound?: Bound;
}

/** From the published figure on (`gte`) or above it (`gt`), and below another where the print says “余”. */
export interface Bound {
  readonly comparator: 'gte' | 'gt';
  readonly below?: string;
}

export interface Target {
  /** As printed. */
  readonly literal: string;
  /** Normalised: a bare number in an upward indicator means at least that much. */
  readonly comparator: 'gte' | 'gt' | 'eq' | 'range';
  readonly value: string;
  /** Upper bound of a range. */
  readonly upper?: string;
  readonly year: number;
  /** A target over a period counts the flow of these years; absent: the value itself is measured. */
  readonly period?: { readonly from: number; readonly to: number };
}

export interface Source {
  readonly document: string;
  readonly section: string;
  readonly quote: string;
}

/**
 * An indicator is data over measures. Numerator and denominator are summed and divided once:
 * value = numerator × factor ÷ denominator. Without a denominator the value is the numerator.
 */
export interface IndicatorDefinition {
  readonly id: string;
  /** GB/T 2260. */
  readonly district: string;
  /** Position in the plan's table; figures of the running text follow. */
  readonly order: number;
  readonly names: Titles;
  readonly definition: Titles;
  readonly unit: string;
  /** Decimals of the value as shown; the published figure is tested at its own. */
  readonly decimals: number;
  readonly kind: IndicatorKind;
  readonly property: Property;
  /** Whether the figure is also kept by 街镇. */
  readonly breakdown: 'street' | null;
  readonly numerator: readonly Term[];
  readonly denominator: readonly Term[] | null;
  readonly factor: number;
  readonly base: Base | null;
  readonly target: Target | null;
  readonly source: Source;
}
