/**
 * GB/T 42195-2022 老年人能力评估规范: 26 items in the order of its tables, each scored from 0 (cannot) to its maximum.
 */
export const GBT42195_ITEMS = [
  { subscale: 'SELF_CARE', zh: '进食', max: 4 },
  { subscale: 'SELF_CARE', zh: '修饰', max: 4 },
  { subscale: 'SELF_CARE', zh: '洗澡', max: 4 },
  { subscale: 'SELF_CARE', zh: '穿/脱上衣', max: 4 },
  { subscale: 'SELF_CARE', zh: '穿/脱裤子和鞋袜', max: 4 },
  { subscale: 'SELF_CARE', zh: '小便控制', max: 4 },
  { subscale: 'SELF_CARE', zh: '大便控制', max: 4 },
  { subscale: 'SELF_CARE', zh: '如厕', max: 4 },
  { subscale: 'MOBILITY', zh: '床上体位转移', max: 4 },
  { subscale: 'MOBILITY', zh: '床椅转移', max: 4 },
  { subscale: 'MOBILITY', zh: '平地行走', max: 4 },
  { subscale: 'MOBILITY', zh: '上下楼梯', max: 3 },
  { subscale: 'MENTAL_STATE', zh: '时间定向', max: 4 },
  { subscale: 'MENTAL_STATE', zh: '空间定向', max: 4 },
  { subscale: 'MENTAL_STATE', zh: '人物定向', max: 4 },
  { subscale: 'MENTAL_STATE', zh: '记忆', max: 4 },
  { subscale: 'MENTAL_STATE', zh: '理解能力', max: 4 },
  { subscale: 'MENTAL_STATE', zh: '表达能力', max: 4 },
  { subscale: 'MENTAL_STATE', zh: '攻击行为', max: 1 },
  { subscale: 'MENTAL_STATE', zh: '抑郁症状', max: 1 },
  { subscale: 'MENTAL_STATE', zh: '意识水平', max: 2 },
  { subscale: 'PERCEPTION', zh: '视力', max: 2 },
  { subscale: 'PERCEPTION', zh: '听力', max: 2 },
  { subscale: 'PERCEPTION', zh: '执行日常事务', max: 4 },
  { subscale: 'PERCEPTION', zh: '使用交通工具', max: 3 },
  { subscale: 'PERCEPTION', zh: '社会交往能力', max: 4 },
] as const;

/** 自理能力, 基础运动能力, 精神状态, 感知觉与社会参与. */
export type Gbt42195Subscale = (typeof GBT42195_ITEMS)[number]['subscale'];

/** 0 能力完好, 1 轻度, 2 中度, 3 重度, 4 完全失能. */
export type Gbt42195Level = 0 | 1 | 2 | 3 | 4;

/** What moves the level after the total; all false or 0 when absent. */
export interface Gbt42195Conditions {
  readonly coma?: boolean | undefined;
  /** Diagnosed dementia, ICD-10 F00–F03. */
  readonly dementia?: boolean | undefined;
  /** Another mental disorder, F04–F99, diagnosed by a specialist. */
  readonly otherMentalDisorder?: boolean | undefined;
  /** Falls, choking, attempted suicide, self-harm and getting lost in the last 30 days. */
  readonly careRiskEvents?: number | undefined;
}

export interface Gbt42195Assessment {
  readonly subscales: Readonly<Record<Gbt42195Subscale, number>>;
  readonly total: number;
  readonly level: Gbt42195Level;
}

/** Total of one in full ability; the maxima of the items add up to it. */
export const GBT42195_MAX_TOTAL = 90;
const WORST_LEVEL = 4;
const RISK_EVENTS_THAT_COUNT = 2;

/** Level of a total alone: 90 → 0, 66–89 → 1, 46–65 → 2, 30–45 → 3, 0–29 → 4. */
export function gbt42195LevelOfTotal(total: number): Gbt42195Level {
  if (total >= GBT42195_MAX_TOTAL) return 0;
  return total >= 66 ? 1 : total >= 46 ? 2 : total >= 30 ? 3 : 4;
}

/**
 * The level after the adjustments: coma is level 4; otherwise any of the other conditions, one or several, makes it one
 * step worse, at most 4.
 */
export function gbt42195Level(total: number, conditions: Gbt42195Conditions = {}): Gbt42195Level {
  const { coma, dementia, otherMentalDisorder, careRiskEvents = 0 } = conditions;
  if (coma) return WORST_LEVEL;
  const isOneStepWorse = dementia || otherMentalDisorder || careRiskEvents >= RISK_EVENTS_THAT_COUNT;
  return Math.min(WORST_LEVEL, gbt42195LevelOfTotal(total) + (isOneStepWorse ? 1 : 0)) as Gbt42195Level;
}

/** Positions (0–25) of scores that are no whole number within their item; [26] or so when there are too few or many. */
export function gbt42195ScoreFaults(scores: readonly number[]): readonly number[] {
  const isWrong = (score: number | undefined, max: number | undefined): boolean =>
    score === undefined || max === undefined || !Number.isInteger(score) || score < 0 || score > max;
  const positions = Array.from({ length: Math.max(scores.length, GBT42195_ITEMS.length) }, (_, i) => i);
  return positions.filter((i) => isWrong(scores[i], GBT42195_ITEMS[i]?.max));
}

/** Subscale totals, total and level of 26 scores in the order of the items; undefined when a score is faulty. */
export function assessGbt42195(
  scores: readonly number[],
  conditions: Gbt42195Conditions = {},
): Gbt42195Assessment | undefined {
  if (gbt42195ScoreFaults(scores).length > 0) return undefined;
  const subscales = { SELF_CARE: 0, MOBILITY: 0, MENTAL_STATE: 0, PERCEPTION: 0 };
  GBT42195_ITEMS.forEach(({ subscale }, i) => (subscales[subscale] += scores[i]!));
  const total = scores.reduce((sum, score) => sum + score, 0);
  return { subscales, total, level: gbt42195Level(total, conditions) };
}
