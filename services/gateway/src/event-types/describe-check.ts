import type { Titles } from '@minhai/events';

/** What a check of a field asks for, for the publisher. A spec proves that every check in use is described. */
export const CHECKS: Readonly<Record<string, Titles>> = {
  'cert-id': {
    zh: '电子证照标识（GB/T 36904，末位校验）',
    en: 'electronic certificate identifier (GB/T 36904, with its check character)',
  },
  'cert-id-presented': {
    zh: '所持电子证照标识（GB/T 36904，校验位可不符）',
    en: 'electronic certificate identifier as presented (GB/T 36904; its check character may fail)',
  },
  'cn-org-code': { zh: '组织机构代码（GB 11714，9 位）', en: 'organisation code (GB 11714, 9 characters)' },
  division: { zh: '区划代码 6、9 或 12 位', en: 'division code of 6, 9 or 12 digits' },
  gb2260: {
    zh: 'GB/T 2260 六位代码（可为历史代码）',
    en: 'GB/T 2260 code of 6 digits, possibly a historical one',
  },
  'household-ref': {
    zh: '家庭引用 hh_…（不含个人号码）',
    en: 'household reference hh_…, free of personal numbers',
  },
  key: { zh: '3–40 位字母、数字或连字符', en: '3 to 40 letters, digits or hyphens' },
  'marriage-word-number': {
    zh: '婚姻证件字号：J、L、BJ、BL + 机关代码-年份-序号；2004 年以前的为“…字第…号”',
    en: 'marriage word number: J, L, BJ or BL, office-year-sequence; before 2004 …字第…号',
  },
  month: { zh: '月份 YYYY-MM', en: 'a month YYYY-MM' },
  'person-ref': {
    zh: '人员引用 per_…（不含身份证件号码）',
    en: 'person reference per_…, never a number of a person',
  },
  region: {
    zh: '沪苏浙皖区划代码，事件时间有效',
    en: 'division of Shanghai, Jiangsu, Zhejiang or Anhui, valid at event time',
  },
  street: { zh: '街镇代码 9 位', en: 'street or town code of 9 digits' },
  usci: {
    zh: '统一社会信用代码（GB 32100；校验位不符仅提示）',
    en: 'unified social credit identifier (GB 32100; a failing check character only warns)',
  },
  village: { zh: '居村代码 12 位', en: 'neighbourhood or village code of 12 digits' },
};
