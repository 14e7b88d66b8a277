import { dayOf, parseMarriageWordNumber, yearOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { MarriageAppointmentAttended } from '../../../payloads.generated.js';

const numberOf = ({ certWordNo }: MarriageAppointmentAttended) =>
  certWordNo === null ? undefined : parseMarriageWordNumber(certWordNo);

export const rules: Rules<MarriageAppointmentAttended> = [
  {
    name: 'certificate-of-office',
    pointer: '/data/certWordNo',
    zh: '当场颁发的证字号中的机关代码与登记机关一致',
    en: 'the word number carries the code of the office',
    holds: ({ data }) => (numberOf(data)?.office ?? data.officeRegion) === data.officeRegion,
  },
  {
    name: 'certificate-of-year',
    pointer: '/data/certWordNo',
    zh: '当场颁发的证字号中的年份与事件年份一致',
    en: 'the word number carries the year of the event',
    holds: ({ data, time }) => {
      const year = yearOf(dayOf(time));
      return (numberOf(data)?.year ?? year) === year;
    },
  },
];
