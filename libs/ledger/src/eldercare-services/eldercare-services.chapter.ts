import { at } from '../chance/calendar.js';
import { type Chapter, chapterOf, entry, join } from '../posting/chapter.js';
import type { Draft } from '../posting/cloud-event.js';
import { reportTimes } from '../posting/month-report.js';
import { type Circumstances, draftOf } from '../posting/draft.js';
import type { DistrictCode } from '../reference/districts.js';
import { type Stay, staysOf } from './residents.js';
import {
  RECORDED_ONE_BY_ONE,
  RECORDING_STREET,
  type Visit,
  type VisitReport,
  visitReportsOf,
  visitsOf,
} from './visits.js';
import { type Watch, watchesOf } from './watch.js';

/** What no base is published for: residents, safety monitoring, visits. */
export const eldercareServicesChapter = (district: DistrictCode): Chapter =>
  join([
    ...staysOf(district).map((stay) => stayChapter(district, stay)),
    ...watchesOf(district).map((watch) => watchChapter(district, watch)),
    ...visitReportsOf(district).map((report) => entry(reportDraft(district, report), report.trap)),
    ...visitsOf(district).map((visit) => entry(visitDraft(district, visit), RECORDED_ONE_BY_ONE)),
  ]);

function stayChapter(district: DistrictCode, stay: Stay): Chapter {
  const { stayId, personRef, institutionId, street, bedType, careLevel, trap, discharged } = stay;
  const on = (time: number): Circumstances => ({ district, street, subject: stayId, time });
  const stayed = { stayId, personRef, institutionId, bedType, careLevel };
  const time = at(stay.admitted, stay.atMidnightUtc ? 0 : 14);
  const admission: Draft = {
    ...draftOf(on(time), 'eldercare.resident.admitted', stayed),
    utc: stay.atMidnightUtc,
  };
  if (!discharged) return entry(admission, trap);
  const { transferredTo } = stay;
  const discharge = draftOf(on(at(discharged, 10)), 'eldercare.resident.discharged', {
    ...stayed,
    reason: transferredTo ? 'OTHER_INSTITUTION' : 'HOME',
    transferredTo,
  });
  return join([chapterOf([admission]), entry(discharge, trap)]);
}

const watchChapter = (district: DistrictCode, { institutionId, street, states }: Watch): Chapter =>
  join(
    states.map(({ on, online, hours24, trap }) =>
      entry(
        draftOf(
          { district, street, subject: institutionId, time: at(on, 11) },
          'eldercare.safety.monitoring.changed',
          { institutionId, online, hours24 },
        ),
        trap,
      ),
    ),
  );

function reportDraft(district: DistrictCode, report: VisitReport): Draft {
  const { street, category, month: period, listed, persons, visits } = report;
  const { time, recorded } = reportTimes(period);
  const subject = `${street}:${category}:${period}`;
  const data = { region: street, category, period, visits, persons, listed };
  return { ...draftOf({ district, street, subject, time }, 'eldercare.visit.reported', data), recorded };
}

const visitDraft = (district: DistrictCode, { personRef, on, category }: Visit): Draft =>
  draftOf(
    { district, street: RECORDING_STREET, subject: `${personRef}:${on}`, time: at(on, 15) },
    'eldercare.visit.completed',
    { personRef, visitedOn: on, category, visitor: 'TF-0001' },
  );
