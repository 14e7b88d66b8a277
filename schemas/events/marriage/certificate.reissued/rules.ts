import { parseMarriageWordNumber } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import { wordNumberRules } from '../../../rules/marriage-word-number.js';
import type { MarriageCertificateReissued } from '../../../payloads.generated.js';

/** A certificate may be reissued again, so the original may itself be a reissue of the same kind. */
export const rules: Rules<MarriageCertificateReissued> = [
  ...wordNumberRules<MarriageCertificateReissued>('BJ', 'BL'),
  {
    name: 'original-of-same-kind',
    pointer: '/data/originalWordNo',
    zh: '原证与补领证同为结婚或离婚',
    en: 'the original is of the same kind',
    holds: ({ data }) => {
      const reissue = parseMarriageWordNumber(data.certWordNo);
      const original = parseMarriageWordNumber(data.originalWordNo);
      return !reissue || !original || reissue.prefix.at(-1) === original.prefix.at(-1);
    },
  },
  {
    name: 'not-own-original',
    pointer: '/data/originalWordNo',
    zh: '证件不是自身的原证',
    en: 'a certificate is not its own original',
    holds: ({ data }) => data.originalWordNo !== data.certWordNo,
  },
];
