import type { Rules } from '../../../contract.js';
import { isDistinct } from '../../../rules/distinct.js';
import type { RefCodelistPublished } from '../../../payloads.generated.js';

/** The form of codes in `schemas/codelists/`, so that a published list can be used there as it is. */
const CODE = /^[A-Z][A-Z0-9_]*$/;

export const rules: Rules<RefCodelistPublished> = [
  {
    name: 'has-codes',
    pointer: '/data/codes',
    zh: '代码表至少有一个代码',
    en: 'a code list has at least one code',
    holds: ({ data }) => data.codes.length > 0,
  },
  {
    name: 'codes-distinct',
    pointer: '/data/codes',
    zh: '代码不重复',
    en: 'no code occurs twice',
    holds: ({ data }) => isDistinct(data.codes.map(({ code }) => code)),
  },
  {
    name: 'code-form',
    pointer: '/data/codes',
    zh: '代码由大写字母、数字和下划线组成，以字母开头',
    en: 'a code is capitals, digits and underscores and begins with a letter',
    holds: ({ data }) => data.codes.every(({ code }) => CODE.test(code)),
  },
  {
    name: 'code-ends-after-begin',
    pointer: '/data/codes',
    zh: '代码停用日不早于启用日',
    en: 'no code ends before it begins',
    holds: ({ data }) =>
      data.codes.every(
        ({ validFrom, validTo }) => validFrom === null || validTo === null || validTo >= validFrom,
      ),
  },
];
