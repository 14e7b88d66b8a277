import type { StatUnit } from '@minhai/schemas';
import type { IndicatorDefinition, Term } from '../definition.js';
import type { Family } from './family.js';

type Reported = Family<'id' | 'property' | 'divisor'>;

interface Value {
  readonly id: string;
  /** What the value is about; that it is reported is said besides. */
  readonly about: IndicatorDefinition['definition'];
  readonly unit: string;
  readonly decimals?: number;
  readonly reportedIn: StatUnit;
  readonly divisor?: number;
}

const termOf = (measure: string, { id, reportedIn }: Value): Term => ({
  measure,
  where: { indicator: [id], unit: [reportedIn], level: ['DISTRICT'] },
});

const common = ({ id, about, unit, decimals = 0, divisor = 1 }: Value) =>
  ({
    id,
    definition: {
      zh: `${about.zh}（上报值：由区民政部门上报，不由业务事件计算）`,
      en: `${about.en} (reported by the district, not computed from events)`,
    },
    unit,
    decimals,
    property: 'text',
    breakdown: null,
    factor: 1,
    divisor,
  }) as const;

/** C16: a number at a date that no events come to; the newest report holds. */
export const REPORTED_VALUE = (value: Value): Reported => ({
  ...common(value),
  kind: 'STOCK',
  numerator: [termOf('stat.values', value)],
  denominator: null,
});

/**
 * C16: a share that arrives as such, since nobody tells of what it is a share. It is divided by the one report in force,
 * so that it is unknown, and not 0, as long as there is none.
 */
export const REPORTED_SHARE = (value: Value): Reported => ({
  ...common(value),
  counts: { unit: '个百分点', zh: '占比', en: 'percentage points' },
  kind: 'RATIO',
  numerator: [termOf('stat.values', value)],
  denominator: [termOf('stat.reports', value)],
});

/** C16: what was added or done in the years of the five-year plan, as reported by period. */
export const REPORTED_IN_PLAN = (value: Value): Reported => ({
  ...common(value),
  kind: 'FLOW-P',
  numerator: [termOf('stat.flows', value)],
  denominator: null,
});
