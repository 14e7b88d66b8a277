import { at } from '../chance/calendar.js';
import { chanceOf } from '../chance/seeded.js';
import { type Chapter, chapterOf, entry, join } from '../posting/chapter.js';
import { type Draft, type Payload, registrationAfter, type TypeName } from '../posting/cloud-event.js';
import type { DistrictCode } from '../reference/districts.js';
import { type Carer, carersOf, type DatedStep, type Employer } from './workforce.js';

const COURSE = 'GQPX-2020';
const ISSUER = '示例职业技能评价中心';

/** Carers: employments, certificates and pre-job training. */
export const carersChapter = (district: DistrictCode): Chapter => join(carersOf(district).map(carerChapter));

type CarerEvent = Extract<TypeName, `eldercare.carer.${string}`>;

const carerDraft = <T extends CarerEvent>(
  { district, employer }: Carer,
  type: T,
  { subject, mark, time }: Pick<Draft, 'subject' | 'mark' | 'time'>,
  data: Payload<T>,
): Draft<T> => ({
  district,
  type,
  system: 'eldercare',
  subject,
  mark,
  time,
  recorded: registrationAfter(time, subject),
  street: employer.street,
  data,
});

const carerChapter = (carer: Carer): Chapter =>
  join([
    entry(hiring(carer), carer.lot.trap),
    chapterOf(training(carer)),
    ...carer.steps.map((dated, index) => entry(stepDraft(carer, dated, index), dated.step.trap)),
  ]);

const employment = ({ carerId, personRef }: Carer, { id }: Employer) =>
  ({ carerId, personRef, employerKind: 'INSTITUTION', employerId: id }) as const;

function hiring(carer: Carer): Draft {
  const { carerId, employer, hiredOn, lot } = carer;
  const time = at(hiredOn, lot.atMidnightUtc ? 0 : 8);
  const key = { subject: carerId, mark: employer.id, time };
  const data = { ...employment(carer, employer), hiredOn };
  return { ...carerDraft(carer, 'eldercare.carer.registered', key, data), utc: lot.atMidnightUtc };
}

function training(carer: Carer): Draft[] {
  const { carerId, trainedOn } = carer;
  if (!trainedOn) return [];
  const key = { subject: `${carerId}:${COURSE}`, mark: COURSE, time: at(trainedOn, 16) };
  const data = { carerId, course: COURSE, hours: 40, preJob: true, completedOn: trainedOn };
  return [carerDraft(carer, 'eldercare.carer.trained', key, data)];
}

/** The last certificate issued up to a step. */
const certNoOf = ({ carerId, steps }: Carer, index: number): string =>
  `ZS-${carerId}-${steps.slice(0, index + 1).filter(({ step }) => step.kind === 'certified').length}`;

function stepDraft(carer: Carer, { step, on }: DatedStep, index: number): Draft {
  const { carerId, personRef, employer, second } = carer;
  const certNo = certNoOf(carer, index);
  const ofCertificate = { subject: `${personRef}:${certNo}`, mark: certNo, time: at(on, 10) };
  switch (step.kind) {
    case 'certified':
      return carerDraft(carer, 'eldercare.carer.certified', ofCertificate, {
        personRef,
        certNo,
        level: chanceOf(certNo).pick(step.levels),
        issuer: ISSUER,
        issuedOn: on,
        validTo: step.validTo,
      });
    case 'expired':
      return carerDraft(carer, 'eldercare.carer.certificate.expired', ofCertificate, {
        personRef,
        certNo,
        validTo: step.validTo,
      });
    case 'joined-another': {
      const key = { subject: carerId, mark: second.id, time: at(on, 8) };
      const data = { ...employment(carer, second), hiredOn: on };
      return { ...carerDraft(carer, 'eldercare.carer.registered', key, data), street: second.street };
    }
    case 'left': {
      const key = { subject: carerId, mark: employer.id, time: at(on, 17) };
      const data = { ...employment(carer, employer), reason: 'RESIGNED' } as const;
      return carerDraft(carer, 'eldercare.carer.left', key, data);
    }
  }
}
