import { socialOrgRatingValidTo } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { SocialorgRated } from '../../../payloads.generated.js';

export const rules: Rules<SocialorgRated> = [
  {
    name: 'ends-after-begin',
    pointer: '/data/validTo',
    zh: '有效期止不早于评定日',
    en: 'a rating does not end before it begins',
    holds: ({ data }) => data.validTo >= data.ratedOn,
  },
  {
    name: 'valid-for-5-years',
    pointer: '/data/validTo',
    zh: '评估等级有效期不超过 5 年',
    en: 'a rating is valid for 5 years at most',
    holds: ({ data }) => data.validTo <= socialOrgRatingValidTo(data.ratedOn),
  },
];
