import { describe, expect, it } from '@jest/globals';
import { periodsOf } from './periods.js';
import { type QualityAnswer, coverageOf } from './quality-answer.js';
import { sentenceOf } from './quality-sentence.js';

const nobody = { expected: 0, reported: 0, silentCount: 0, silent: [] };

const answer: Omit<QualityAnswer, 'sentence'> = {
  indicator: 'chn-eldercare-beds',
  name: { zh: '养老床位', en: 'beds' },
  unit: '张',
  district: '310105',
  asOf: '2020-12-31',
  knownAt: null,
  figures: { value: null, numerator: '160', denominator: '0', withheld: false },
  findings: [],
  held: { count: 0, groups: [] },
  coverage: { ...periodsOf('2020-12-31'), streets: nobody, entities: null },
  freshness: { newestRecorded: null, newestDay: null, lag: 0, settled: true },
  drifts: { count: 0, largest: [] },
};

describe('the sentence of quality', () => {
  it('given nothing wrong and no value, says both', () => {
    expect(sentenceOf(answer)).toEqual({
      zh: '2020-12-31无法计算（分母为零）；没有未解决的数据质量问题；没有被隔离的相关记录；自2020-01-01起应报的都有记录；申报存量与累计一致；还没有任何记录。',
      en: 'cannot be computed at 2020-12-31, for its denominator is nothing; no finding is open behind it; no record that would touch it is held; all who were expected to report since 2020-01-01 did; declared stocks agree with what events come to; nothing is recorded yet.',
    });
  });

  it('given one of each, counts in the singular, and errors apart', () => {
    const { en } = sentenceOf({
      ...answer,
      figures: { value: '1.50', numerator: '3', denominator: '2', withheld: false },
      findings: [{ rule: 'STATE', severity: 'error', count: 1, examples: [] }],
      held: { count: 1, groups: [] },
      drifts: { count: 1, largest: [] },
      freshness: {
        newestRecorded: '2021-01-01T00:00:00+08:00',
        newestDay: '2020-12-31',
        lag: 3,
        settled: false,
      },
    });
    expect(en).toContain('1.50 张 at 2020-12-31; 1 finding is open behind it, 1 of them errors');
    expect(en).toContain('1 record that would touch it is held');
    expect(en).toContain('1 declared stock differs');
    expect(en).toContain('and 3 accepted events are not counted yet');
  });
});

describe('who should have reported', () => {
  it('looks at the calendar year by default, and at as many days right before it', () => {
    expect(periodsOf('2020-03-31')).toEqual({
      period: { from: '2020-01-01', to: '2020-03-31' },
      before: { from: '2019-10-02', to: '2019-12-31' },
    });
  });

  it('expects those in the register and those of the period before, and nobody else', () => {
    const row = (street: string, within: boolean, before: boolean, standing: boolean) => ({
      street,
      within,
      before,
      standing,
      last: null,
    });
    const rows = [
      row('a', true, false, true),
      row('b', false, true, false),
      row('c', false, false, true),
      row('d', true, false, false),
      row('e', false, false, false),
    ];
    expect(coverageOf(rows, 1, ({ street }) => street)).toEqual({
      expected: 3,
      reported: 1,
      silentCount: 2,
      silent: ['b'],
    });
  });
});
