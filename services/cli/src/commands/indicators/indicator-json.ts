export interface TitlesJson {
  readonly zh: string;
  readonly en: string;
}

export interface CountedJson extends TitlesJson {
  readonly amount: string;
  readonly unit: string;
}

export interface PaceJson {
  readonly perMonth: string;
  readonly perYear: string;
}

/** The way that is left, and where the pace of the last 12 months leads. */
export interface OutlookJson {
  readonly targetDay: string | null;
  readonly missing: CountedJson | null;
  readonly required: PaceJson | null;
  readonly actual: PaceJson | null;
  readonly projected: string | null;
  readonly shortfall: CountedJson | null;
  readonly summary: TitlesJson | null;
}

/** One indicator as the metrics service answers it; exact numbers are strings, null is null. */
export interface IndicatorJson {
  readonly id: string;
  readonly district: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly unit: string;
  readonly kind: string;
  readonly property: string;
  readonly asOf: string;
  readonly knownAt: string | null;
  readonly value: string | null;
  /** True: it would tell of few people. */
  readonly withheld: boolean;
  readonly base: {
    readonly asOf: string;
    readonly published: string;
    readonly computed: string | null;
    readonly match: boolean;
    /** Only where the plan's figure contradicts itself: how far the computed one may be from it, and why. */
    readonly declaredMismatch?: {
      readonly tolerance: string;
      readonly reason: { readonly zh: string; readonly en: string };
      readonly within: boolean;
    };
  } | null;
  /** A value of null: the target is a share of what is not published yet. */
  readonly target: { readonly literal: string; readonly value: string | null; readonly year: number } | null;
  readonly completion: string | null;
  readonly status: string | null;
  readonly breach: boolean;
  readonly breachReason: TitlesJson | null;
  readonly outlook: OutlookJson;
  readonly findings: readonly unknown[];
}

export interface FiguresJson {
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly withheld: boolean;
}

/** One indicator with its figures by 街镇. */
export interface IndicatorWithBreakdownJson extends IndicatorJson, FiguresJson {
  readonly breakdown: readonly (FiguresJson & { readonly street: string })[] | null;
  readonly organisation?: {
    readonly at: string;
    readonly moved: readonly { readonly from: string; readonly to: string }[];
  };
}

export interface SeriesJson {
  readonly id: string;
  readonly region: string;
  readonly name: TitlesJson;
  readonly unit: string;
  readonly reading: TitlesJson;
  readonly points: readonly (FiguresJson & { readonly to: string; readonly complete: boolean })[];
}

export interface CompareJson {
  readonly asOf: string;
  readonly pairs: readonly {
    readonly family: string | null;
    readonly names: TitlesJson | null;
    readonly comparable: boolean;
    readonly note: TitlesJson | null;
    readonly indicators: readonly IndicatorJson[];
  }[];
}
