import type { Column } from '../../terminal/table.js';
import type { IndicatorJson } from './indicator-json.js';

export const INDICATOR_COLUMNS: readonly Column[] = [
  { title: '指标' },
  { title: '单位' },
  { title: '公布', align: 'right' },
  { title: '计算', align: 'right' },
  { title: '' },
  { title: '现值', align: 'right' },
  { title: '目标', align: 'right' },
  { title: '完成', align: 'right' },
  { title: '状态' },
];

const NONE = '—';

/** ✓ computed equals published, ✗ it does not, — nothing was published. */
export const matchMark = ({ base }: IndicatorJson): string => (base === null ? NONE : base.match ? '✓' : '✗');

export const indicatorCells = (indicator: IndicatorJson): string[] => [
  indicator.name.zh,
  indicator.unit,
  indicator.base?.published ?? NONE,
  indicator.base === null ? NONE : (indicator.base.computed ?? NONE),
  matchMark(indicator),
  indicator.value ?? NONE,
  indicator.target?.literal ?? NONE,
  percent(indicator.completion),
  indicator.status ?? NONE,
];

/** `0.4275` → `42.8 %`; for the eye only, so an ordinary number is exact enough. */
const percent = (share: string | null): string =>
  share === null ? NONE : `${(Number(share) * 100).toFixed(1)} %`;
