import { describe, expect, it } from '@jest/globals';
import type { Problem } from '@minhai/errors';
import { namedCheck } from './text-checks.js';

const TIME = Date.parse('2020-06-01T00:00:00+08:00');

function judged(check: string, text: string, time = TIME): string[] {
  const found: Problem[] = [];
  namedCheck(check)(text, '/data/field', { time, found });
  return found.map(({ code, pointer, message }) => {
    expect(message).not.toContain(text);
    return `${code} ${pointer}`;
  });
}

const ROOT = '1.2.156.3005.2.11100000000013338W011.11430000006122244L';

describe.each([
  ['cert-id', 'in order', `${ROOT}.20230000403.001.U`, []],
  ['cert-id', 'of another check character', `${ROOT}.20230000403.001.M`, ['ID_CHECK']],
  ['cert-id', 'in small letters', `${ROOT}.20230000403.001.u`, ['ID_FORMAT']],
  ['cert-id', 'without its version', `${ROOT}.20230000403.U`, ['ID_FORMAT']],
  [
    'cert-id',
    'whose serial is the number of its holder',
    `${ROOT}.11010519491231002X.001.0`,
    ['PERSON_ID_IN_ORG_FIELD'],
  ],
  ['cert-id-presented', 'of another check character', `${ROOT}.20230000403.001.M`, []],
  [
    'cert-id-presented',
    'whose long serial has a place and a day in it',
    `${ROOT}.11010519491231002X7.001.M`,
    [],
  ],
  ['cert-id-presented', 'without its version', `${ROOT}.20230000403.U`, ['ID_FORMAT']],
  [
    'cert-id-presented',
    'whose serial is the number of its holder',
    `${ROOT}.11010519491231002X.001.0`,
    ['PERSON_ID_IN_ORG_FIELD'],
  ],
  ['cn-org-code', 'in order', '000000019', []],
  ['cn-org-code', 'of another check character', '000000018', ['USCI_CHECK_WARN']],
  ['cn-org-code', 'as it is printed', '00000001-9', ['ID_FORMAT']],
  ['cn-org-code', 'with a small letter', '00010001x', ['ID_FORMAT']],
  ['street', 'in order', '310105102', []],
  ['street', 'that never was', '310105999', ['REGION']],
  ['street', 'of a part of the country nobody looks up', '110101001', ['REGION']],
  ['street', 'that is a district', '310105', ['REGION']],
  ['street', 'in full-width digits', '３１０１０５１０２', ['REGION']],
  ['village', 'in order', '310118102203', []],
  ['village', 'in a street that never was', '310118999203', ['REGION']],
  ['village', 'that is the 12-digit form of its street', '310118102000', ['REGION']],
  ['village', 'that is a street', '310118102', ['REGION']],
  ['gb2260', 'in full-width digits', '３１０１０５', ['ID_FORMAT']],
  ['usci', 'in full-width characters', '５１３１０１０５０００００００１９Ａ', ['USCI_FORMAT']],
  ['marriage-word-number', 'from before 2004', '沪长婚字第0123号', []],
  ['marriage-word-number', 'that is half of one', 'J310118-2020', ['ID_FORMAT']],
  ['marriage-word-number', 'in full-width characters', 'Ｊ310118-2020-000123', ['ID_FORMAT']],
  ['person-ref', 'with a space after it', 'per_4c8f1e2b ', ['ID_FORMAT']],
])('check %s', (check, kind, text, codes) => {
  it(`given one ${kind}, then ${codes.join() || 'nothing'}`, () => {
    expect(judged(check, text)).toEqual(codes.map((code) => `${code} /data/field`));
  });
});

describe('streets and villages', () => {
  // Chongming became a district on this day; before it its codes were those of a county.
  const since = Date.parse('2016-07-22T00:00:00+08:00');

  it.each([
    ['street', '310151101'],
    ['village', '310151101201'],
  ])('given a %s, then it counts from the first day of its district', (check, text) => {
    expect([judged(check, text, since - 1), judged(check, text, since)]).toEqual([
      ['REGION /data/field'],
      [],
    ]);
  });

  it('given a street of a district abolished since, then it counts to its last day', () => {
    const until = Date.parse('2015-11-04T00:00:00+08:00');
    expect([judged('street', '310108011', until - 1), judged('street', '310108011', until)]).toEqual([
      [],
      ['REGION /data/field'],
    ]);
  });
});

it('knows no check that is not in the list', () => {
  expect(() => namedCheck('no-such-check')).toThrow(TypeError);
});
