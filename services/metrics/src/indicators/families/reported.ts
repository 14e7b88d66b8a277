import type { StatUnit } from '@minhai/schemas';
import type { IndicatorDefinition } from '../definition.js';
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

const reported = (
  kind: 'STOCK' | 'FLOW-P',
  { id, about, unit, decimals = 0, reportedIn, divisor = 1 }: Value,
): Reported => ({
  id,
  definition: {
    zh: `${about.zh}（上报值：由区民政部门上报，不由业务事件计算）`,
    en: `${about.en} (reported by the district, not computed from events)`,
  },
  unit,
  decimals,
  kind,
  property: 'text',
  breakdown: null,
  numerator: [
    {
      measure: kind === 'STOCK' ? 'stat.values' : 'stat.flows',
      where: { indicator: [id], unit: [reportedIn], level: ['DISTRICT'] },
    },
  ],
  denominator: null,
  factor: 1,
  divisor,
});

/** C16: a value at a date that no events come to; the newest report holds. Percentages arrive as such. */
export const REPORTED_VALUE = (value: Value): Reported => reported('STOCK', value);

/** C16: what was added or done in the years of the five-year plan, as reported by period. */
export const REPORTED_IN_PLAN = (value: Value): Reported => reported('FLOW-P', value);
