import type { Titles } from '@minhai/facts';

/** Two indicators, one of each district, that go by one name, and why they are or are not one figure. */
export interface Comparison {
  readonly family: string;
  readonly names: Titles;
  /** 长宁's, then 青浦's. */
  readonly indicators: readonly [string, string];
  /** Required where definition, scope, unit or kind differ; also what else a reader of both must know. */
  readonly note?: Titles;
}

/** What both plans name. Whether two are one figure follows from their definitions; the notes say why not. */
export const COMPARISONS: readonly Comparison[] = [
  {
    family: 'eldercare-bed-share',
    names: { zh: '养老床位数占户籍老年人口比重', en: 'beds as share of registered elderly' },
    indicators: [
      'chn-eldercare-bed-share-of-registered-elderly',
      'qpu-eldercare-bed-share-of-registered-elderly',
    ],
    note: {
      zh: '公式相同。长宁为约束性指标（3%以上）；青浦的3.5%写在床位数一行的括号内，未公布基期',
      en: 'One formula. Binding in Changning (3 % or more); Qingpu prints its 3.5 % in a note to the number of beds, without a base',
    },
  },
  {
    family: 'eldercare-beds',
    names: { zh: '养老床位数', en: 'elder-care beds' },
    indicators: ['chn-eldercare-beds', 'qpu-eldercare-beds'],
    note: {
      zh: '均计养老机构、长者照护之家、护理院床位，不含家庭照护床位。长宁称“养老床位总数”，青浦正文称“机构养老床位”；长宁未设目标',
      en: 'Both count institutions, care homes and nursing hospitals, not beds in homes. Changning prints a total, Qingpu’s text says institution beds; Changning has no target',
    },
  },
  {
    family: 'nursing-bed-share',
    names: { zh: '护理型床位占比', en: 'nursing-type bed share' },
    indicators: ['chn-nursing-bed-share', 'qpu-nursing-bed-share'],
  },
  {
    family: 'dementia-beds',
    names: { zh: '老年认知障碍照护床位数', en: 'dementia-care beds' },
    indicators: ['chn-dementia-beds', 'qpu-dementia-beds'],
    note: {
      zh: '公式相同。长宁正文作“标准化认知障碍照护床位”，指标表未加限定',
      en: 'One formula. Changning’s text says “standardised” dementia beds, its table does not',
    },
  },
  {
    family: 'carer-certified-share',
    names: { zh: '养老护理员持技能等级证率', en: 'carers holding a skill-level certificate' },
    indicators: ['chn-carer-certified-share', 'qpu-carer-certified-share'],
  },
  {
    family: 'assistive-rental-coverage',
    names: { zh: '康复辅助器具社区租赁街镇覆盖率', en: '街镇 with a rental point for assistive devices' },
    indicators: ['chn-assistive-rental-coverage', 'qpu-assistive-rental-coverage'],
    note: {
      zh: '公式相同。长宁10个街镇，青浦11个；青浦公布的基期70%按11个街镇无法取得',
      en: 'One formula, over 10 街镇 in Changning and 11 in Qingpu, whose published base of 70 % no number of 11 gives',
    },
  },
  {
    family: 'community-cloud-share',
    names: { zh: '注册社区云家庭占比', en: 'households on the community cloud' },
    indicators: ['chn-community-cloud-household-share', 'qpu-community-cloud-household-share'],
    note: {
      zh: '公式相同；两份规划均未说明户籍户或家庭户，均按人口普查家庭户计算',
      en: 'One formula; neither plan says which households, both are divided by the family households of the census',
    },
  },
  {
    family: 'meal-service',
    names: { zh: '老年助餐服务', en: 'meal service for the elderly' },
    indicators: ['chn-meal-capacity', 'qpu-meal-sites'],
    note: {
      zh: '不可比：长宁计每日供客能力（客/日），青浦计助餐场所数（家）',
      en: 'Not comparable: Changning counts portions a day that can be served, Qingpu counts sites',
    },
  },
  {
    family: 'community-facility-area',
    names: { zh: '社区养老服务设施面积', en: 'floor area of community elder-care facilities' },
    indicators: ['chn-community-eldercare-area-per-1000-residents', 'qpu-community-eldercare-area'],
    note: {
      zh: '不可比：长宁为每千名常住人口平方米，青浦为总面积（万平方米）；两者分子相同，可比较 numerator',
      en: 'Not comparable: Changning divides by 1 000 residents, Qingpu prints the total in 万㎡; their numerators are the same and may be compared',
    },
  },
  {
    family: 'social-organisations',
    names: { zh: '社会组织数', en: 'social organisations' },
    indicators: ['chn-socialorgs', 'qpu-socialorgs'],
    note: {
      zh: '不可比：长宁为期末在册数，青浦为累计登记数（注销后仍计入）',
      en: 'Not comparable: Changning counts those in the register, Qingpu those ever registered, the deregistered included',
    },
  },
  {
    family: 'public-good-bases',
    names: { zh: '公益基地', en: 'public-good bases' },
    indicators: ['chn-public-good-bases', 'qpu-public-good-bases'],
    note: {
      zh: '不可比：长宁为期末有效数，青浦为累计创建数',
      en: 'Not comparable: Changning counts those certified at the date, Qingpu those ever certified',
    },
  },
  {
    family: 'charity-shops',
    names: { zh: '慈善超市', en: 'charity shops' },
    indicators: ['chn-charity-shops', 'qpu-charity-shops'],
    note: {
      zh: '不可比：长宁只计标准化慈善超市，青浦计全部',
      en: 'Not comparable: Changning counts the standardised ones only, Qingpu all',
    },
  },
  {
    family: 'dibao-persons',
    names: { zh: '低保对象人数', en: 'persons receiving minimum living allowance' },
    indicators: ['chn-dibao-persons', 'qpu-dibao-persons'],
  },
  {
    family: 'dibao-households',
    names: { zh: '低保户数', en: 'households receiving minimum living allowance' },
    indicators: ['chn-dibao-households', 'qpu-dibao-households'],
  },
  {
    family: 'marriages-registered',
    names: { zh: '结婚登记数', en: 'marriages registered' },
    indicators: ['chn-marriages-registered', 'qpu-marriages-registered'],
  },
  {
    family: 'divorces-registered',
    names: { zh: '离婚登记数', en: 'divorces registered' },
    indicators: ['chn-divorces-registered', 'qpu-divorces-registered'],
  },
];
