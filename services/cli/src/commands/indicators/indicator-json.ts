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
  readonly findings: readonly unknown[];
}
