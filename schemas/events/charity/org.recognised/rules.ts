import type { Rules } from '../../../contract.js';
import type { CharityOrgRecognised } from '../../../payloads.generated.js';
import { socialOrganisationUsci } from '../../../rules/social-organisation.js';

export const rules: Rules<CharityOrgRecognised> = [
  socialOrganisationUsci(),
  {
    name: 'public-gives-certificate',
    pointer: '/data/certificateNo',
    zh: '具有公开募捐资格的须填证书编号',
    en: 'a qualification for public fundraising gives its certificate',
    holds: ({ data }) => data.qualification !== 'PUBLIC' || data.certificateNo !== null,
  },
  {
    name: 'only-public-gives-certificate',
    pointer: '/data/certificateNo',
    zh: '只有公开募捐资格才填证书编号',
    en: 'only a qualification for public fundraising has a certificate',
    holds: ({ data }) => data.qualification === 'PUBLIC' || data.certificateNo === null,
  },
];
