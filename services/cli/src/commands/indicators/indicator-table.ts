import type { Column } from '../../terminal/table.js';
import { WITHHELD } from './withheld.js';
import type { IndicatorAnswer } from '@minhai/metrics';

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

export type Agreement = 'equal' | 'declared' | 'different';

/** Null where nothing was published. `declared`: different, no farther than its definition says, and why. */
export function agreementOf({ base }: IndicatorAnswer): Agreement | null {
  if (base === null) return null;
  if (base.match) return 'equal';
  return base.declaredMismatch?.within ? 'declared' : 'different';
}

const MARKS: Readonly<Record<Agreement, string>> = { equal: '✓', declared: '≈ declared', different: '✗' };

function matchMark(indicator: IndicatorAnswer): string {
  const agreement = agreementOf(indicator);
  return agreement === null ? NONE : MARKS[agreement];
}

/** What stands below the tables for every declared difference. */
export function declarationLines(indicators: readonly IndicatorAnswer[]): string[] {
  return indicators
    .filter((indicator) => agreementOf(indicator) === 'declared')
    .flatMap(({ id, base }) => {
      const { published, computed, declaredMismatch } = base!;
      const { tolerance, reason } = declaredMismatch!;
      return [
        `${MARKS.declared}: ${id}: published ${published}, computed ${computed ?? NONE}, declared within ±${tolerance}.`,
        `  ${reason.zh} · ${reason.en}`,
      ];
    });
}

export const indicatorCells = (indicator: IndicatorAnswer): string[] => [
  indicator.name.zh,
  indicator.unit,
  indicator.base?.published ?? NONE,
  indicator.base === null ? NONE : (indicator.base.computed ?? NONE),
  matchMark(indicator),
  indicator.withheld ? WITHHELD : (indicator.value ?? NONE),
  indicator.target?.literal ?? NONE,
  percent(indicator.completion),
  indicator.status ?? NONE,
];

/** `0.4275` → `42.8 %`; for the eye only, so an ordinary number is exact enough. */
const percent = (share: string | null): string =>
  share === null ? NONE : `${(Number(share) * 100).toFixed(1)} %`;
