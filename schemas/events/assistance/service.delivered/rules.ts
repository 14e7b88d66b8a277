import type { Rules } from '../../../contract.js';
import type { AssistanceServiceDelivered } from '../../../payloads.generated.js';

export const rules: Rules<AssistanceServiceDelivered> = [
  {
    name: 'goods-take-no-minutes',
    pointer: '/data/minutes',
    zh: '物质帮扶不填服务时长',
    en: 'goods take no time of service',
    holds: ({ data }) => data.supportType !== 'MATERIAL' || data.minutes === null,
  },
];
