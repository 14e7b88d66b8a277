import { addMonths } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { SocialorgDishonestListed } from '../../../payloads.generated.js';
import { socialOrganisationUsci } from '../../../rules/social-organisation.js';
import { listingRules } from '../../../rules/social-organisation-list.js';

export const rules: Rules<SocialorgDishonestListed> = [
  socialOrganisationUsci(),
  ...listingRules,
  {
    name: 'two-years-give-begin',
    pointer: '/data/abnormalFrom',
    zh: '因列入活动异常名录满二年而列入的，须填其列入决定日期',
    en: 'who was abnormal for two years says since when',
    holds: ({ data }) => data.cause !== 'TWO_YEARS_ABNORMAL' || data.abnormalFrom !== null,
  },
  {
    name: 'two-years-are-over',
    pointer: '/data/abnormalFrom',
    zh: '自活动异常名录列入决定之日起已满二年',
    en: 'two years have passed since the decision on abnormal activity',
    holds: ({ data }) =>
      data.cause !== 'TWO_YEARS_ABNORMAL' ||
      data.abnormalFrom === null ||
      addMonths(data.abnormalFrom, 24) <= data.from,
  },
];
