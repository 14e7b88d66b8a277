import type { Rules } from '../../../contract.js';
import type { RescuePersonDischarged } from '../../../payloads.generated.js';

export const rules: Rules<RescuePersonDischarged> = [
  {
    name: 'exchange-crosses-provinces',
    pointer: '/data/exchangeRequestId',
    zh: '只有去向外省市才填跨省协查编号',
    en: 'only leaving for another province names an exchange',
    holds: ({ data, regionId }) =>
      data.exchangeRequestId === null || data.destinationRegion.slice(0, 2) !== regionId.slice(0, 2),
  },
];
