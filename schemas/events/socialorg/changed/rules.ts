import type { Rules } from '../../../contract.js';
import type { SocialorgChanged } from '../../../payloads.generated.js';
import { socialOrganisationUsci } from '../../../rules/social-organisation.js';
import { renamedGivesName, relocatedGivesStreet } from '../../../rules/change.js';

/** The reason says which field must carry the new value; a new legal representative is a person and stays out. */
export const rules: Rules<SocialorgChanged> = [
  socialOrganisationUsci(),
  renamedGivesName,
  {
    name: 'supervisor-changed-gives-supervisor',
    pointer: '/data/supervisor',
    zh: '变更业务主管单位须填新业务主管单位',
    en: 'a change of supervisor names the new one',
    holds: ({ data }) => data.reason !== 'SUPERVISOR_CHANGED' || data.supervisor !== null,
  },
  {
    name: 'business-scope-changed-gives-scope',
    pointer: '/data/businessScope',
    zh: '变更业务范围须填新业务范围',
    en: 'a change of business scope gives the new scope',
    holds: ({ data }) => data.reason !== 'BUSINESS_SCOPE_CHANGED' || data.businessScope !== null,
  },
  {
    name: 'industry-changed-gives-industry',
    pointer: '/data/industry',
    zh: '变更行业须填新行业',
    en: 'a change of industry gives the new industry',
    holds: ({ data }) => data.reason !== 'INDUSTRY_CHANGED' || data.industry !== null,
  },
  {
    name: 'capital-changed-gives-capital',
    pointer: '/data/capitalFen',
    zh: '变更注册资金须填新注册资金',
    en: 'a change of capital gives the new capital',
    holds: ({ data }) => data.reason !== 'CAPITAL_CHANGED' || data.capitalFen !== null,
  },
  relocatedGivesStreet,
];
