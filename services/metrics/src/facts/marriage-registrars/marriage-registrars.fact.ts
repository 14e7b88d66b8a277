import { yearOf } from '@minhai/domain';
import type { FactDefinition, FactEvent } from '@minhai/facts';
import { stock } from '../measure.js';
import { people } from '../protected-measure.js';
import { yearsReached } from '../years-reached.js';
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
const dutyKey = (registrarNo: string, year: number): string => `duty:${registrarNo}:${year}`;

/**
 * Registrars of marriage offices and their certificates, and whether those who register hold one. A year's
 * registrations of a registrar are looked at together with the certificates that can reach into it.
 */
export const fact: FactDefinition = {
  name: 'marriage.registrars',
  titles: { zh: '婚姻登记员', en: 'Marriage registrars' },
  measures: [people(stock('marriage.registrars', '人', '在岗婚姻登记员', 'Active marriage registrars'))],
  reads: {
    [CERTIFIED]: ({ day, data }: Certification) => [
      careerKey(data.registrarNo),
      ...yearsReached(day, data.validTo).map((year) => dutyKey(data.registrarNo, year)),
    ],
    [LEFT]: ({ day, data }: Leaving) => [
      careerKey(data.registrarNo),
      ...yearsReached(day, null).map((year) => dutyKey(data.registrarNo, year)),
    ],
    [REGISTERED]: ({ day, data }: Marriage) => [dutyKey(data.registrarNo, yearOf(day))],
  },
  fold: (history: readonly FactEvent<any>[], entity) =>
    entity.startsWith('career:') ? foldCareer(history) : foldDuty(history),
};
