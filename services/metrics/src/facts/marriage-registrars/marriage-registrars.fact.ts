import type { FactDefinition, FactEvent } from '@minhai/facts';
import { stock } from '../measure.js';
import { quarterOf, quartersFrom } from '../quarters.js';
import { foldDuty } from './duty.js';
import { foldCareer } from './career.js';
import {
  CERTIFIED,
  type Certification,
  LEFT,
  type Leaving,
  type Marriage,
  REGISTERED,
} from './registrar-events.js';

const careerKey = (registrarNo: string): string => `career:${registrarNo}`;
const dutyKey = (registrarNo: string, quarter: string): string => `duty:${registrarNo}:${quarter}`;

/**
 * Registrars of marriage offices and their certificates, and whether those who register hold one. A quarter's
 * registrations of a registrar are looked at together with the certificates that can reach into it.
 */
export const fact: FactDefinition = {
  name: 'marriage.registrars',
  titles: { zh: '婚姻登记员', en: 'Marriage registrars' },
  measures: [
    {
      ...stock('marriage.registrars', '人', '在岗婚姻登记员', 'Active marriage registrars'),
      privacy: 'people',
    },
  ],
  reads: {
    [CERTIFIED]: ({ day, data }: Certification) => [
      careerKey(data.registrarNo),
      ...quartersFrom(day, data.validTo).map((quarter) => dutyKey(data.registrarNo, quarter)),
    ],
    [LEFT]: ({ day, data }: Leaving) => [
      careerKey(data.registrarNo),
      ...quartersFrom(day, null).map((quarter) => dutyKey(data.registrarNo, quarter)),
    ],
    [REGISTERED]: ({ day, data }: Marriage) => [dutyKey(data.registrarNo, quarterOf(day))],
  },
  fold: (history: readonly FactEvent<any>[], entity) =>
    entity.startsWith('career:') ? foldCareer(history) : foldDuty(history),
};
