import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { EldercareInstitutionRated } from '../../../payloads.generated.js';

export const rules: Rules<EldercareInstitutionRated> = [
  {
    name: 'ends-after-begin',
    pointer: '/data/validTo',
    zh: '有效期止不早于有效期起',
    en: 'a grade does not end before it begins',
    holds: ({ data }) => data.validTo >= data.validFrom,
  },
  {
    name: 'decided-within-validity',
    pointer: '/data/validTo',
    zh: '评定日不晚于有效期止',
    en: 'a grade is decided before it has ended',
    holds: ({ data, time }) => dayOf(time) <= data.validTo,
  },
];
