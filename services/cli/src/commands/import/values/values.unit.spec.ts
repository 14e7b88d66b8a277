import { describe, expect, it } from '@jest/globals';
import type { Cell } from '../../../spreadsheet/sheet.js';
import type { DateFormat } from '../mapping/mapping.js';
import { readDayAndTime, readMonth } from './dates.js';
import { readDivision } from './divisions.js';
import { readDecimal, readInteger } from './numbers.js';
import { pseudonymiser } from './pseudonym.js';

const ALL: DateFormat[] = ['Y-M-D', 'Y/M/D', 'Y.M.D', 'Y年M月D日', 'YYYYMMDD', 'excel'];
const PLAIN = { units: [], multiply: 1 };

describe('a date', () => {
  it.each<[Cell, string]>([
    ['2020-03-01', '2020-03-01'],
    ['2020/3/1', '2020-03-01'],
    ['2020年3月1日', '2020-03-01'],
    ['2020 年 3 月 1 日', '2020-03-01'],
    ['２０２０．３．１', '2020-03-01'],
    ['20200301', '2020-03-01'],
    [20200301, '2020-03-01'],
    ['\u30002020-03-01 00:00:00 ', '2020-03-01'],
    [43891, '2020-03-01'],
    ['43891', '2020-03-01'],
    [new Date('2020-03-01T00:00:00Z'), '2020-03-01'],
    ['2020-02-29', '2020-02-29'],
  ])('%p is %s', (cell, day) => {
    expect(readDayAndTime(cell, ALL)?.day).toBe(day);
  });

  it.each<Cell>([
    '2020-02-30',
    '2019年2月29日',
    '20-03-01',
    '3/1/2020',
    '2020-13-01',
    '2020',
    '民国九年',
    '',
    null,
    60,
    true,
  ])('%p is none', (cell) => {
    expect(readDayAndTime(cell, ALL)).toBeUndefined();
  });

  it('is only read in the formats of the mapping', () => {
    expect(readDayAndTime('2020.3.1', ['Y-M-D'])).toBeUndefined();
    expect(readDayAndTime(43891, ['Y-M-D'])).toBeUndefined();
  });

  it.each<[Cell, string]>([
    ['2020-09-09 10:20', '10:20:00'],
    ['2020年9月9日 10时20分30秒', '10:20:30'],
    ['2020-09-09', '00:00:00'],
    [43891.5, '12:00:00'],
    [new Date('2020-03-01T10:20:29.9997Z'), '10:20:30'],
  ])('%p stands at %s', (cell, time) => {
    expect(readDayAndTime(cell, ALL)?.time).toBe(time);
  });

  it('with an impossible time is none', () => {
    expect(readDayAndTime('2020-09-09 25:00', ALL)).toBeUndefined();
  });

  it.each<[Cell, string | undefined]>([
    ['2020-07', '2020-07'],
    ['2020年7月', '2020-07'],
    ['202007', '2020-07'],
    ['2020年7月15日', '2020-07'],
    ['2020-13', undefined],
    [new Date('2020-07-01T00:00:00Z'), '2020-07'],
  ])('%p lies in the month %s', (cell, month) => {
    expect(readMonth(cell, ALL)).toBe(month);
  });
});

describe('a number', () => {
  it.each<[Cell, string | undefined]>([
    ['１２０', '120'],
    ['1,234,567', '1234567'],
    [' 40张 ', '40'],
    ['-3', '-3'],
    ['12.50', '12.5'],
    ['12,34', undefined],
    ['1,2345', undefined],
    ['约80', undefined],
    ['80平方米', undefined],
    ['1e3', undefined],
    ['', undefined],
    [true, undefined],
    [0.1 + 0.2, '0.3'],
  ])('%p is %s', (cell, text) => {
    expect(readDecimal(cell, { units: ['张'], multiply: 1 })).toBe(text);
  });

  it('is multiplied exactly', () => {
    expect(readInteger('2,480.30元', { units: ['元'], multiply: 100 })).toBe(248_030);
    expect(readInteger('0.29', { units: [], multiply: 100 })).toBe(29);
  });

  it('is whole or refused', () => {
    expect(readInteger('12.0', PLAIN)).toBe(12);
    expect(readInteger('12.5', PLAIN)).toBeUndefined();
    expect(readInteger('99999999999999999999', PLAIN)).toBeUndefined();
  });
});

describe('a division', () => {
  it.each([
    ['新泾镇', '310105', 'STREET', '310105102'],
    [' 新 泾 镇 ', '310105', 'STREET', '310105102'],
    ['天山路', '310105', 'STREET', '310105006'],
    ['310105102', '310105', 'STREET', '310105102'],
    ['青浦区', '', 'DISTRICT', '310118'],
    ['上海市青浦区', '', 'DISTRICT', '310118'],
    ['江苏省苏州市昆山市', '', 'DISTRICT', '320583'],
    ['昆山', '', 'DISTRICT', '320583'],
    ['鼓楼区', '', 'DISTRICT', undefined],
    ['徐州市鼓楼区', '', 'DISTRICT', '320302'],
    ['新泾镇', '310118', 'STREET', undefined],
    ['没有这个镇', '310105', 'STREET', undefined],
  ] as const)('%s below %p is %s %s', (name, within, level, code) => {
    expect(readDivision(name, { within, level })).toBe(code);
  });
});

describe('a pseudonym', () => {
  const one = pseudonymiser(Buffer.alloc(32, 1));

  it('is a reference of the domain, the same for the same person', () => {
    expect(one('per_', ['RY-0001'])).toMatch(/^per_[0-9a-f]{32}$/);
    expect(one('per_', ['RY-0001'])).toBe(one('per_', ['RY-0001']));
  });

  it('differs by person, kind and secret', () => {
    const others = [
      one('per_', ['RY-0002']),
      one('hh_', ['RY-0001']),
      pseudonymiser(Buffer.alloc(32, 2))('per_', ['RY-0001']),
    ];
    for (const other of others) expect(other.split('_')[1]).not.toBe(one('per_', ['RY-0001']).split('_')[1]);
    expect(one('per_', ['a', 'bc'])).not.toBe(one('per_', ['ab', 'c']));
  });
});
