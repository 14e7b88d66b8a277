import { column, STREET } from '../domain-view.js';
import { monthView } from '../month-view.js';

/** The register of social organisations by 街镇. */
export const socialorgRegister = monthView({
  name: 'mv_socialorg_register',
  titles: {
    zh: '社会组织登记与评估（街镇 × 月末）',
    en: 'Social organisations registered and rated, by 街镇 and month end',
  },
  measures: ['socialorg.registered', 'socialorg.rated-valid'],
  key: [STREET],
  amounts: [
    column('registered', '登记社会组织', 'organisations in the register'),
    column('associations', '其中：社会团体', 'of these associations'),
    column('private_non_enterprises', '其中：民办非企业单位', 'of these private non-enterprise units'),
    column('foundations', '其中：基金会', 'of these foundations'),
    column('rated', '评估等级在有效期内', 'holding a rating in force'),
    column('rated_3a_or_above', '其中：3A及以上', 'of these 3A or above'),
    column('rated_5a', '其中：5A', 'of these 5A'),
    column('rated_4a', '其中：4A', 'of these 4A'),
    column('rated_3a', '其中：3A', 'of these 3A'),
  ],
  countedIn: ({ measure, street, dims }) => ({
    key: { street },
    columns:
      measure === 'socialorg.registered'
        ? ['registered', ...(KINDS[dims['kind'] ?? ''] ?? [])]
        : ['rated', ...(LEVELS[dims['level'] ?? ''] ?? [])],
  }),
});

const KINDS: Readonly<Record<string, readonly string[]>> = {
  ASSOCIATION: ['associations'],
  PRIVATE_NON_ENTERPRISE: ['private_non_enterprises'],
  FOUNDATION: ['foundations'],
};

const LEVELS: Readonly<Record<string, readonly string[]>> = {
  A5: ['rated_3a_or_above', 'rated_5a'],
  A4: ['rated_3a_or_above', 'rated_4a'],
  A3: ['rated_3a_or_above', 'rated_3a'],
};
