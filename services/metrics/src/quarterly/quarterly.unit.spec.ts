import { describe, expect, it } from '@jest/globals';
import type { Amount, Lookup } from '../evaluate/window.js';
import { formCsv } from './form-csv.js';
import { FORM_ITEMS } from './form-items.js';
import { formOf, shownForm, windowsOfForm } from './quarterly-form.js';

const amount = (value: number, dims: Amount['dims'] = {}): Amount => ({
  street: '310105001',
  dims,
  amount: BigInt(value),
});

/** Answers from a table of measure and last day; everything else is nothing. */
const lookup =
  (table: Readonly<Record<string, Readonly<Record<string, readonly Amount[]>>>>): Lookup =>
  ({ measure, to }) =>
    table[measure]?.[to] ?? [];

const line = (form: ReturnType<typeof formOf>, zh: string) => form.find(({ name }) => name.zh === zh)!;

describe('the quarterly form', () => {
  const beds = { scope: 'INSTITUTION', bedType: 'NURSING' };
  const table = {
    'eldercare.beds': {
      '2020-12-31': [
        amount(110, beds),
        amount(90, { ...beds, bedType: 'GENERAL' }),
        amount(7, { scope: 'HOME' }),
      ],
      '2020-09-30': [amount(160, beds)],
    },
    'marriage.registered': { '2020-12-31': [amount(212)], '2021-03-31': [amount(50)] },
    'assistance.medical-relief-fen': { '2020-12-31': [amount(123_456_789)] },
    'assistance.persons': {
      '2020-12-31': [amount(9, { category: 'DIBAO' })],
      '2020-09-30': [amount(40, { category: 'DIBAO' })],
    },
  };

  it('given stocks, shows them at the quarter’s end beside those before, with the change in per cent', () => {
    expect(line(formOf('2020-Q4', lookup(table)), '养老机构床位数')).toMatchObject({
      cumulative: false,
      quantity: '200',
      previous: '160',
      change: '25.0',
    });
  });

  it('given flows, adds them up since January, and in the first quarter compares with nothing', () => {
    expect(line(formOf('2021-Q1', lookup(table)), '结婚登记')).toMatchObject({
      cumulative: true,
      quantity: '50',
      previous: null,
      change: null,
    });
    const flows = windowsOfForm('2020-Q4').filter(({ measure }) => measure === 'marriage.registered');
    expect(flows.map(({ from, to }) => [from, to])).toEqual([
      ['2020-01-01', '2020-12-31'],
      ['2020-01-01', '2020-09-30'],
    ]);
  });

  it('given money, prints 万元', () => {
    expect(line(formOf('2020-Q4', lookup(table)), '医疗救助支出').quantity).toBe('123.46');
  });

  it('given few people, withholds them from readers without the grant, and what would give them back', () => {
    const form = formOf('2020-Q4', lookup(table));
    const few = line(shownForm(form, false), '最低生活保障人数');
    const seen = line(shownForm(form, true), '最低生活保障人数');
    expect(seen).toMatchObject({ quantity: '9', withheld: false });
    expect(few).toMatchObject({ withheld: true, quantity: null, previous: null, change: null });
  });

  it('as CSV has the form’s columns, one line an item, and an asterisk at cumulative flows', () => {
    const lines = formCsv(formOf('2020-Q4', lookup(table)))
      .split('\r\n')
      .filter(Boolean);
    expect(lines[0]).toBe('\uFEFF指标名称,单位,代码,数量,上季度,环比(%)');
    expect(lines).toHaveLength(FORM_ITEMS.length + 1);
    expect(lines).toContain('*结婚登记,对,,212,0,');
  });
});
