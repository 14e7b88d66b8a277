import { COUNT, type Family } from './family.js';

const CHARITY = { ...COUNT, unit: '家', property: 'text' } as const;

export const CHARITY_SHOPS: Family<'names' | 'property'> = {
  ...CHARITY,
  names: { zh: '慈善超市', en: 'charity shops' },
  definition: { zh: '期末开业的慈善超市数', en: 'Charity shops open at the date' },
  kind: 'STOCK',
  numerator: [{ measure: 'charity.shops' }],
};

export const STANDARDISED_CHARITY_SHOPS: Family<'names' | 'property'> = {
  ...CHARITY,
  names: { zh: '标准化慈善超市', en: 'standardised charity shops' },
  definition: {
    zh: '期末开业且达到标准化要求的慈善超市数',
    en: 'Charity shops open at the date that meet the standard',
  },
  kind: 'STOCK',
  numerator: [{ measure: 'charity.shops', where: { standardised: ['YES'] } }],
};

export const PUBLIC_GOOD_BASES: Family<'names' | 'property'> = {
  ...CHARITY,
  names: { zh: '公益基地', en: 'public-good bases' },
  definition: {
    zh: '期末有效的公益基地数（取消后不再计入）',
    en: 'Public-good bases certified at the date; those revoked no longer count',
  },
  kind: 'STOCK',
  numerator: [{ measure: 'charity.bases' }],
};

export const PUBLIC_GOOD_BASES_EVER: Family<'names' | 'property'> = {
  ...CHARITY,
  names: { zh: '公益性基地（累计创建）', en: 'public-good bases ever certified' },
  definition: {
    zh: '累计创建的公益基地数（每个基地计一次，取消后仍计入）',
    en: 'Public-good bases ever certified, counted once and never taken off',
  },
  kind: 'CUM',
  numerator: [{ measure: 'charity.bases-ever' }],
};

export const CHARITY_DONATIONS: Family<'names' | 'property'> = {
  ...CHARITY,
  names: { zh: '慈善募捐金额', en: 'charity donations' },
  definition: {
    zh: '当年接收的慈善捐赠款物合计（逐笔票据与月度汇总不重复计算；退款作废票据，支出不抵减）',
    en: 'Money and goods received in the year, by receipts and by what monthly reports say beyond them; a refund voids its receipt, spending takes nothing off',
  },
  unit: '亿元',
  decimals: 4,
  kind: 'FLOW-Y',
  numerator: [{ measure: 'charity.donations' }],
};

export const VOLUNTEER_PASSPORT_HOLDERS: Family<'names' | 'property'> = {
  ...CHARITY,
  names: { zh: '持有“公益护照”志愿者', en: 'volunteers holding a passport' },
  definition: {
    zh: '期末持有有效公益护照的人数（一人多本只计一次）',
    en: 'Persons holding a live volunteer passport at the date; several passports of one person count once',
  },
  unit: '人',
  counts: { unit: '名', zh: '公益护照持有者', en: 'volunteers holding a passport' },
  kind: 'STOCK',
  numerator: [{ measure: 'volunteer.passport-holders' }],
};
