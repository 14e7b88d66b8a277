import { type BusinessDay, compareDecimals } from '@minhai/domain';
import type { Titles } from '@minhai/facts';
import type { Quotient } from '../evaluate/quotient.js';
import { type KnownTarget, type Status, decimal, isReached } from '../evaluate/standing.js';
import type { IndicatorDefinition } from '../indicators/definition.js';

/** 约束性: to miss it, or to fall below what was there at the base and is to be kept, is a breach. */
export interface Breach {
  readonly breach: boolean;
  readonly breachReason: Titles | null;
}

const NONE: Breach = { breach: false, breachReason: null };

interface Judged {
  readonly indicator: Pick<IndicatorDefinition, 'property' | 'base'>;
  readonly target: KnownTarget | null;
  readonly asOf: BusinessDay;
  readonly measured: Quotient;
  readonly status: Status | null;
}

export function breachOf({ indicator, target, asOf, measured, status }: Judged): Breach {
  const { property, base } = indicator;
  if (property !== 'binding' || !target || target.value === null || status === null) return NONE;
  const { literal, value, year } = target;
  if (status === 'missed') {
    return {
      breach: true,
      breachReason: {
        zh: `约束性指标到${year}年末未达到目标（${literal}）`,
        en: `binding target (${literal}) missed at the end of ${year}`,
      },
    };
  }
  const wasThere =
    base !== null && !target.period && compareDecimals(decimal(base.published), decimal(value)) >= 0;
  if (!wasThere || isReached(target, measured) !== false || asOf < base.asOf) return NONE;
  return {
    breach: true,
    breachReason: {
      zh: `约束性指标低于应保持的水平（${literal}）`,
      en: `binding figure fell below what is to be maintained (${literal})`,
    },
  };
}
