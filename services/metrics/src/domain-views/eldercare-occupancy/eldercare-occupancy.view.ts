import { PEOPLE } from '../../disclosure/threshold.js';
import { column, STREET } from '../domain-view.js';
import { monthView } from '../month-view.js';

/** Residents by the bed they were admitted to. */
export const eldercareOccupancy = monthView({
  name: 'mv_eldercare_occupancy',
  titles: {
    zh: '养老机构已入住床位（街镇 × 床位类型 × 月末）',
    en: 'Elder-care beds taken by residents, by 街镇, type of bed and month end',
  },
  measures: ['eldercare.occupied-beds'],
  key: [STREET, column('bed_type', '床位类型：普通、护理型、认知障碍', 'GENERAL, NURSING or DEMENTIA')],
  amounts: [column('occupied_beds', '已入住床位', 'beds taken by residents')],
  countedIn: ({ street, dims }) => ({
    key: { street, bed_type: dims['bedType'] ?? 'UNKNOWN' },
    columns: ['occupied_beds'],
  }),
  protection: { rows: 'street', columns: 'bed_type', counts: ['occupied_beds'], k: PEOPLE },
});
