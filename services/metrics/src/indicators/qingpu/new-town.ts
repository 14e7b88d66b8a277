import type { IndicatorDefinition } from '../definition.js';
import { REPORTED_IN_PLAN } from '../families/reported.js';
import { BASE_DAY, QINGPU, qingpuPlan } from '../plans.js';

/** The plan adds facilities to 青浦新城 in one sentence. */
export const NEW_TOWN = qingpuPlan(
  '三（七）2',
  '新增综合为老服务中心 2处、日间服务中心 3处、助餐服务点 5处、标准化老年活动室 19处，新增建筑面积 0.8万平方米，设施覆盖率由71%提高到87%',
);

export const NEW_TOWN_YEARS = { from: 2021, to: 2025 };

interface Addition extends Pick<IndicatorDefinition, 'id' | 'order' | 'names'> {
  readonly about: IndicatorDefinition['definition'];
  /** How many places of the kind the plan adds. */
  readonly places: number;
}

/** Facilities of one kind added in the new town. */
export const addedInNewTown = ({ id, order, names, about, places }: Addition): IndicatorDefinition => ({
  ...REPORTED_IN_PLAN({ id, about, unit: '处', reportedIn: 'PLACE' }),
  district: QINGPU,
  order,
  names,
  base: { asOf: BASE_DAY, published: '0', literal: '0' },
  target: {
    literal: `新增 ${places}处`,
    comparator: 'gte',
    value: String(places),
    year: 2025,
    period: NEW_TOWN_YEARS,
  },
  source: NEW_TOWN,
});
