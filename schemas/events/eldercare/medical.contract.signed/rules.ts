import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { EldercareMedicalContractSigned } from '../../../payloads.generated.js';

export const rules: Rules<EldercareMedicalContractSigned> = [
  {
    name: 'ends-after-begin',
    pointer: '/data/validTo',
    zh: '协议截止日期不早于签约日',
    en: 'a contract does not end before it is signed',
    holds: ({ data, time }) => data.validTo === null || data.validTo >= dayOf(time),
  },
];
