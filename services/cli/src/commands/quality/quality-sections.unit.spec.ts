import { describe, expect, it } from '@jest/globals';
import type { QualityAnswer } from '@minhai/metrics';
import { qualitySections } from './quality-sections.js';

const nobody = { expected: 0, reported: 0, silentCount: 0, silent: [] };

const answer = (changes: Partial<QualityAnswer> = {}): QualityAnswer => ({
  indicator: 'chn-eldercare-beds',
  name: { zh: '养老床位', en: 'beds' },
  unit: '张',
  district: '310105',
  asOf: '2020-12-31',
  knownAt: null,
  figures: { value: '160', numerator: '160', denominator: null, withheld: false },
  findings: [],
  held: { count: 0, groups: [] },
  coverage: {
    period: { from: '2020-01-01', to: '2020-12-31' },
    before: { from: '2018-12-31', to: '2019-12-31' },
    streets: nobody,
    entities: null,
  },
  freshness: { newestRecorded: null, newestDay: null, lag: 0, settled: true },
  drifts: { count: 0, largest: [] },
  sentence: { zh: '', en: '' },
  ...changes,
});

const rowsOf = (changes: Partial<QualityAnswer>) => qualitySections(answer(changes)).map(({ rows }) => rows);

describe('sections of quality', () => {
  it('given nothing wrong, then there are none', () => {
    expect(qualitySections(answer())).toEqual([]);
  });

  it('lists examples under their rule, named once', () => {
    const example = (day: string) => ({
      fact: 'eldercare.bed-capacity',
      street: '310105001',
      detail: { day },
      causes: ['id'],
      since: '',
    });
    const findings = [
      {
        rule: 'LATE_REPORT',
        severity: 'info',
        count: 1_200,
        examples: [example('2020-04-01'), example('2020-03-01')],
      },
    ];
    expect(rowsOf({ findings })).toEqual([
      [
        ['LATE_REPORT', 'info', '1,200', '310105001', 'day 2020-04-01', 'id'],
        ['', '', '', '310105001', 'day 2020-03-01', 'id'],
      ],
    ]);
  });

  it('says what is held, who is silent and how many more, and what drifts', () => {
    const rows = rowsOf({
      held: {
        count: 1,
        groups: [{ type: null, code: 'FRAME', region: null, count: 1, newest: '2020-07-01T08:00:00+08:00' }],
      },
      coverage: {
        ...answer().coverage,
        streets: {
          expected: 4,
          reported: 1,
          silentCount: 3,
          silent: [{ street: '310105003', lastReported: null }],
        },
      },
      drifts: {
        count: 1,
        largest: [
          {
            fact: 'eldercare.bed-capacity',
            entity: 'chn-1',
            district: '310105',
            street: '310105001',
            of: { bedType: 'GENERAL' },
            day: '2020-04-01',
            declared: '125',
            derived: '130',
            drift: '-5',
            since: '2020-03-01',
            causes: ['id'],
            withheld: false,
          },
        ],
      },
    });
    expect(rows).toEqual([
      [['FRAME', '(unreadable)', '(unknown)', '1', '2020-07-01T08:00:00+08:00']],
      [
        ['街镇 310105003', 'never'],
        ['… 2 more', ''],
      ],
      [['chn-1', 'GENERAL', '2020-04-01', '125', '130', '−5', '2020-03-01']],
    ]);
  });
});
