import type { Titles } from '@minhai/facts';
import type { QualityAnswer } from './quality-answer.js';

type Parts = Omit<QualityAnswer, 'sentence'>;

/** What there is to know of a figure before it is used, in one sentence; counts, no grade. */
export function sentenceOf(answer: Parts): Titles {
  const clauses = [
    valueOf(answer),
    findingsOf(answer),
    heldOf(answer),
    coverageOf(answer),
    driftOf(answer),
    freshnessOf(answer),
  ];
  return {
    zh: `${clauses.map(({ zh }) => zh).join('；')}。`,
    en: `${clauses.map(({ en }) => en).join('; ')}.`,
  };
}

function valueOf({ figures, asOf, unit }: Parts): Titles {
  const { value, withheld } = figures;
  if (withheld)
    return {
      zh: `${asOf}的数值因涉及人数过少不予显示`,
      en: `withheld at ${asOf}, for it would tell of few people`,
    };
  if (value === null)
    return {
      zh: `${asOf}无法计算（分母为零）`,
      en: `cannot be computed at ${asOf}, for its denominator is nothing`,
    };
  return { zh: `${asOf}为${value}${unit}`, en: `${value} ${unit} at ${asOf}` };
}

function findingsOf({ findings }: Parts): Titles {
  const count = findings.reduce((sum, group) => sum + group.count, 0);
  const errors = findings
    .filter(({ severity }) => severity === 'error')
    .reduce((sum, group) => sum + group.count, 0);
  return count === 0
    ? { zh: '没有未解决的数据质量问题', en: 'no finding is open behind it' }
    : {
        zh: `有${count}项未解决的数据质量问题，其中错误${errors}项`,
        en: `${counted(count, 'finding is', 'findings are')} open behind it, ${errors} of them errors`,
      };
}

const heldOf = ({ held: { count } }: Parts): Titles =>
  count === 0
    ? { zh: '没有被隔离的相关记录', en: 'no record that would touch it is held' }
    : {
        zh: `有${count}条相关记录被隔离`,
        en: `${counted(count, 'record that would touch it is', 'records that would touch it are')} held`,
      };

function coverageOf({ coverage: { period, streets, entities } }: Parts): Titles {
  const silent = [
    ...(streets.silentCount > 0
      ? [
          {
            zh: `${streets.expected}个街镇中有${streets.silentCount}个`,
            en: `${streets.silentCount} of ${streets.expected} 街镇`,
          },
        ]
      : []),
    ...(entities && entities.silentCount > 0
      ? [
          {
            zh: `${entities.expected}个单位中有${entities.silentCount}个`,
            en: `${entities.silentCount} of ${entities.expected} institutions`,
          },
        ]
      : []),
  ];
  return silent.length === 0
    ? {
        zh: `自${period.from}起应报的都有记录`,
        en: `all who were expected to report since ${period.from} did`,
      }
    : {
        zh: `自${period.from}起${silent.map(({ zh }) => zh).join('、')}没有记录`,
        en: `${silent.map(({ en }) => en).join(' and ')} reported nothing since ${period.from}`,
      };
}

const driftOf = ({ drifts: { count } }: Parts): Titles =>
  count === 0
    ? { zh: '申报存量与累计一致', en: 'declared stocks agree with what events come to' }
    : {
        zh: `有${count}处申报存量与累计不符`,
        en: `${counted(count, 'declared stock differs', 'declared stocks differ')} from what events come to`,
      };

const freshnessOf = ({ freshness: { newestRecorded, lag } }: Parts): Titles =>
  newestRecorded === null
    ? { zh: '还没有任何记录', en: 'nothing is recorded yet' }
    : {
        zh: `最新登记于${newestRecorded}${lag === 0 ? '' : `，另有${lag}条尚未计入`}`,
        en: `the newest record is of ${newestRecorded}${lag === 0 ? '' : `, and ${lag} accepted events are not counted yet`}`,
      };

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
