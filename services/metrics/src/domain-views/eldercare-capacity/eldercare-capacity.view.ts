import { column, STREET } from '../domain-view.js';
import { monthView } from '../month-view.js';

/** Systems 15 (智慧养老平台): what the elder-care network offers. Dementia beds are among the others, not beside them. */
export const eldercareCapacity = monthView({
  name: 'mv_eldercare_capacity',
  titles: {
    zh: '养老床位与机构（街镇 × 床位归属 × 月末）',
    en: 'Elder-care beds and institutions by 街镇, scope and month end',
  },
  measures: ['eldercare.beds', 'eldercare.dementia-beds', 'eldercare.institutions'],
  key: [
    STREET,
    column(
      'scope',
      '床位归属：养老机构、长者照护之家、护理院、家庭',
      'where the beds stand: INSTITUTION, CARE_HOME, NURSING_HOSPITAL or HOME',
    ),
  ],
  amounts: [
    column('beds', '床位数', 'beds, of all types'),
    column('nursing_beds', '其中：护理型床位', 'of these nursing-type'),
    column('dementia_beds', '其中：认知障碍照护床位', 'of these for dementia care'),
    column(
      'dementia_beds_standardised',
      '其中：符合建设标准的认知障碍照护床位',
      'of these built to the standard',
    ),
    column('institutions', '机构数', 'institutions open'),
  ],
  countedIn: ({ measure, street, dims }) => ({
    key: { street, scope: dims['scope'] ?? 'UNKNOWN' },
    columns: COLUMNS[measure]!(dims),
  }),
});

const COLUMNS: Readonly<Record<string, (dims: Readonly<Record<string, string>>) => string[]>> = {
  'eldercare.beds': ({ bedType }) => ['beds', ...(bedType === 'NURSING' ? ['nursing_beds'] : [])],
  'eldercare.dementia-beds': ({ standardised }) => [
    'dementia_beds',
    ...(standardised === 'true' ? ['dementia_beds_standardised'] : []),
  ],
  'eldercare.institutions': () => ['institutions'],
};
