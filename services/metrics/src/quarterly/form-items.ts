import type { Titles } from '@minhai/facts';
import type { Term } from '../indicators/definition.js';

/**
 * A line of the ministry’s quarterly form JBZH0001: a stock at the quarter’s end, or a flow added up since 1 January (marked *
 * in the form). The quantity is the sum of the terms ÷ divisor.
 */
export interface FormItem {
  /** Code of the form; null where no public source gives it. */
  readonly code: string | null;
  readonly names: Titles;
  readonly unit: string;
  readonly terms: readonly Term[];
  readonly divisor: number;
  readonly decimals: number;
}

const count = (zh: string, en: string, unit: string, ...terms: readonly Term[]): FormItem => ({
  code: null,
  names: { zh, en },
  unit,
  terms,
  divisor: 1,
  decimals: 0,
});

/** Fen as 万元. */
const money = (zh: string, en: string, ...terms: readonly Term[]): FormItem => ({
  ...count(zh, en, '万元', ...terms),
  divisor: 1_000_000,
  decimals: 2,
});

const COUNTED_SCOPES = ['INSTITUTION', 'CARE_HOME', 'NURSING_HOSPITAL'];

/**
 * In the order of the form’s chapters as public quarterly releases print them. Only the layout is public, not the list of codes:
 * JZH011212100 (最低生活保障支出) is the one code a release names, and no event carries that spending by itself yet.
 */
export const FORM_ITEMS: readonly FormItem[] = [
  count('最低生活保障户数', 'Households on 低保', '户', {
    measure: 'assistance.households',
    where: { category: ['DIBAO'] },
  }),
  count('最低生活保障人数', 'Persons on 低保', '人', {
    measure: 'assistance.persons',
    where: { category: ['DIBAO'] },
  }),
  count('救助惠及人次', 'Times persons were helped', '人次', { measure: 'assistance.person-times' }),
  money('医疗救助支出', 'Medical relief paid', { measure: 'assistance.medical-relief-fen' }),
  count('生活无着的流浪乞讨人员救助', 'Rescues of persons without means', '人次', {
    measure: 'rescue.admissions',
  }),
  count('养老机构数', 'Elder-care institutions', '个', { measure: 'eldercare.institutions' }),
  count('养老机构床位数', 'Beds in institutions', '张', {
    measure: 'eldercare.beds',
    where: { scope: COUNTED_SCOPES },
  }),
  count('其中：护理型床位', 'of these nursing-type', '张', {
    measure: 'eldercare.beds',
    where: { scope: COUNTED_SCOPES, bedType: ['NURSING'] },
  }),
  count('社区养老服务设施数', 'Community elder-care facilities', '个', { measure: 'eldercare.facilities' }),
  count('养老护理员数', 'Carers in post', '人', { measure: 'eldercare.carers' }),
  count('社会组织数', 'Social organisations', '个', { measure: 'socialorg.registered' }),
  count('慈善组织数', 'Recognised charities', '个', { measure: 'charity.organisations' }),
  count('慈善超市数', 'Charity shops', '个', { measure: 'charity.shops' }),
  count('持证社会工作者人数', 'Certified social workers', '人', {
    measure: 'community.certified-social-workers',
  }),
  count('结婚登记', 'Marriages registered', '对', { measure: 'marriage.registered' }),
  count('离婚登记', 'Divorces registered', '对', {
    measure: 'marriage.divorces-registered',
    where: { kind: ['REGISTERED'] },
  }),
  count('安葬量', 'Burials', '例', { measure: 'funeral.burials' }),
];
