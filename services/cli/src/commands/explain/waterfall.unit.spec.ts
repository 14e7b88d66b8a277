import { describe, expect, it } from '@jest/globals';
import type { MovementAnswer } from '@minhai/metrics';
import { eventRows, headline, remarks, signed, waterfallRows } from './waterfall.js';

const answer: MovementAnswer = {
  indicator: 'chn-nursing-bed-share',
  name: { zh: '护理型养老床位占比', en: 'nursing-type bed share' },
  unit: '%',
  region: '310105',
  from: { asOf: '2019-12-31', knownAt: null, value: '30.00', numerator: '30', denominator: '100' },
  to: {
    asOf: '2020-12-31',
    knownAt: '2021-01-15T23:59:59+08:00',
    value: '29.55',
    numerator: '26',
    denominator: '88',
  },
  difference: { value: '-0.45', exact: '-5/11', numerator: '-4', denominator: '-12' },
  remark: null,
  parts: [
    {
      part: 'late',
      titles: { zh: '迟报', en: 'late arrivals' },
      value: '-0.45',
      exact: '-5/11',
      numerator: '-4',
      denominator: '-12',
      eventCount: 1_201,
      events: [
        {
          id: '0195b2a0-6c00-7000-8000-000000000001',
          type: 'cn.gov.mca.eldercare.bed.changed',
          day: '2019-11-01',
          recordedTime: '2020-02-01T09:00:00+08:00',
          street: '310105102',
          value: '-0.5000',
          exact: '-1/2',
          numerator: '-4',
          denominator: '0',
          entities: [],
        },
      ],
      rest: { eventCount: 1_200, value: '0.0455', exact: '1/22', numerator: '0', denominator: '-12' },
      nextCursor: '0195b2a0-6c00-7000-8000-000000000001',
    },
  ],
};

describe('the waterfall of a movement', () => {
  it('goes from one reading over the parts to the other', () => {
    expect(headline(answer)).toBe(
      '护理型养老床位占比 · nursing-type bed share (chn-nursing-bed-share), 310105, %',
    );
    expect(waterfallRows(answer)).toEqual([
      ['2019-12-31', 'everything known', '30.00', '30', '100', ''],
      ['迟报', 'late arrivals', '−0.45', '−4', '−12', '1,201'],
      ['2020-12-31', 'known at 2021-01-15T23:59:59+08:00', '29.55', '26', '88', ''],
      ['变动', 'difference', '−0.45', '−4', '−12', ''],
    ]);
  });

  it('lists the largest events and says how many are left', () => {
    expect(eventRows(answer)).toEqual([
      [
        '迟报',
        '0195b2a0-6c00-7000-8000-000000000001',
        '2019-11-01',
        '310105102',
        'eldercare.bed.changed',
        '−0.5000',
        '−4',
        '—',
      ],
      ['迟报', '… 1,200 more', '', '', '', '+0.0455', '—', '−12'],
    ]);
  });

  it.each([
    ['30', '-0.5000', '−0.5'],
    ['30', '-30.0000', '−30'],
    ['30.50', '-30.5000', '−30.50'],
    ['30.50', '-0.1250', '−0.125'],
    [null, '-7.0000', '−7'],
  ])('given no denominator and a figure of %s, writes %s as %s', (figure, moved, text) => {
    const reading = { ...answer.to, value: figure, denominator: null };
    const [part] = answer.parts;
    const [event] = part!.events;
    const parts = [{ ...part!, events: [{ ...event!, value: moved }] }];
    expect(eventRows({ ...answer, from: { ...reading, value: null }, to: reading, parts })[0]![5]).toBe(text);
  });

  it('says when there is nothing, or no value, to explain', () => {
    expect(remarks(answer)).toEqual([]);
    expect(remarks({ ...answer, parts: [], remark: { zh: '分母为零', en: 'no denominator' } })).toEqual([
      '分母为零 · no denominator',
      '没有变动 · nothing moved',
    ]);
  });

  it.each([
    ['1.20', '+1.20'],
    ['-0.30', '−0.30'],
    ['0.00', '—'],
    [null, '—'],
  ])('writes %p as %p', (decimal, text) => expect(signed(decimal)).toBe(text));
});
