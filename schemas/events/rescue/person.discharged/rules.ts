import type { RescueDeparture } from '../../../codelists.generated.js';
import type { Rules } from '../../../contract.js';
import type { RescuePersonDischarged } from '../../../payloads.generated.js';

/** Who dies, or leaves without notice, goes nowhere that is known. */
const DESTINATION_KNOWN: ReadonlySet<RescueDeparture> = new Set([
  'FAMILY_PICKUP',
  'ESCORTED_HOME',
  'SETTLEMENT',
]);

export const rules: Rules<RescuePersonDischarged> = [
  {
    name: 'departure-gives-destination',
    pointer: '/data/destinationRegion',
    zh: '家属接领、护送返乡、转入安置须填去向地区',
    en: 'who is collected, escorted home or settled goes to a known region',
    holds: ({ data }) => !DESTINATION_KNOWN.has(data.mode) || data.destinationRegion !== null,
  },
  {
    name: 'exchange-crosses-provinces',
    pointer: '/data/exchangeRequestId',
    zh: '只有去向外省市才填跨省协查编号',
    en: 'only leaving for another province names an exchange',
    holds: ({ data, regionId }) =>
      data.exchangeRequestId === null ||
      (data.destinationRegion !== null && data.destinationRegion.slice(0, 2) !== regionId.slice(0, 2)),
  },
];
