import type { FuneralCemeteryFunction } from '@minhai/schemas';
import type { IndicatorDefinition, Term } from '../definition.js';
import type { Family } from './family.js';

const SHARE = { unit: '%', decimals: 2, kind: 'RATIO', breakdown: null, factor: 100 } as const;

/** Divorces by judgment are put on file and need nobody to come. */
const REGISTRATIONS: readonly Term[] = [
  { measure: 'marriage.registered' },
  { measure: 'marriage.divorces-registered', where: { kind: ['REGISTERED'] } },
];

export const MARRIAGE_APPOINTMENT_SHARE: Family = {
  ...SHARE,
  counts: { unit: '对', zh: '预约办理的婚姻登记', en: 'registrations by appointment' },
  definition: {
    zh: '当年经预约到场办理的结婚、离婚登记 ÷ 当年结婚、离婚登记总数 × 100（未预约到场不计；判决、调解备案不计）',
    en: 'Marriages and divorces registered at an appointment booked before ÷ marriages and divorces registered in the year × 100',
  },
  numerator: [
    {
      measure: 'marriage.appointments',
      where: { step: ['ATTENDED'], certificate: ['ISSUED'], kind: ['MARRIAGE', 'DIVORCE'] },
    },
  ],
  denominator: REGISTRATIONS,
};

export const REGISTRAR_CERTIFIED_SHARE: Family = {
  ...SHARE,
  counts: { unit: '名', zh: '持证婚姻登记员', en: 'certified registrars' },
  definition: {
    zh: '持有效证书的在岗婚姻登记员数 ÷ 在岗婚姻登记员总数 × 100（证书过期、未持证仍在岗的计入总数）',
    en: 'Active marriage registrars with a certificate in force ÷ active registrars × 100; expired or none counts in the denominator',
  },
  numerator: [{ measure: 'marriage.registrars', where: { certificate: ['VALID'] } }],
  denominator: [{ measure: 'marriage.registrars' }],
};

/** Towns only: 街道 are no rural area, whatever stands in them. */
export const RURAL_COLUMBARIUM_COVERAGE: Family = {
  counts: { unit: '个', zh: '设有公益性骨灰堂的镇', en: 'towns with a columbarium' },
  definition: {
    zh: '设有公益性骨灰堂的镇数 ÷ 全区镇数 × 100（街道不计；一镇多处只计一次）',
    en: 'Towns (镇) with a public columbarium ÷ towns of the district × 100; 街道 do not count, several in one town count once',
  },
  unit: '%',
  decimals: 1,
  kind: 'COVER',
  breakdown: 'street',
  numerator: [{ measure: 'funeral.columbarium-towns' }],
  denominator: [{ measure: 'funeral.towns' }],
  factor: 100,
};

const digitalShare = (numerator: Term, definition: IndicatorDefinition['definition']): Family => ({
  ...SHARE,
  definition,
  counts: { unit: '家', zh: '信息化经营性公墓', en: 'digital commercial cemeteries' },
  numerator: [numerator],
  denominator: [{ measure: 'funeral.commercial-cemeteries' }],
});

export const CEMETERY_DIGITAL_SHARE = digitalShare(
  { measure: 'funeral.digital-cemeteries' },
  {
    zh: '四项信息化功能齐备的经营性公墓数 ÷ 经营性公墓总数 × 100',
    en: 'Commercial cemeteries with all four digital functions ÷ commercial cemeteries × 100',
  },
);

/** One of the four functions. */
export const cemeteryFunctionShare = (
  name: FuneralCemeteryFunction,
  titles: { readonly zh: string; readonly en: string },
): Family<'names'> => ({
  ...digitalShare(
    { measure: 'funeral.cemetery-functions', where: { function: [name] } },
    {
      zh: `完成${titles.zh}的经营性公墓数 ÷ 经营性公墓总数 × 100`,
      en: `Commercial cemeteries with ${titles.en} ÷ commercial cemeteries × 100`,
    },
  ),
  names: { zh: `经营性公墓${titles.zh}覆盖率`, en: `commercial cemeteries with ${titles.en}` },
});
