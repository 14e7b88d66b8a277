import { dayOf, yearOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { SocialorgAnnualreportFiled } from '../../../payloads.generated.js';
import { socialOrganisationUsci } from '../../../rules/social-organisation.js';

export const rules: Rules<SocialorgAnnualreportFiled> = [
  socialOrganisationUsci(),
  {
    name: 'filed-after-its-year',
    pointer: '/data/year',
    zh: '报告年度结束后方可报送',
    en: 'a report is filed after the end of its year',
    holds: ({ data, time }) => data.year < yearOf(dayOf(time)),
  },
];
