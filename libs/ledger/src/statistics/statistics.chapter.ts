import { at } from '../chance/calendar.js';
import { type Chapter, entry, join } from '../posting/chapter.js';
import { type Draft, registrationAfter } from '../posting/cloud-event.js';
import type { DistrictCode } from '../reference/districts.js';
import { REPORTED_VALUES, type ReportedValue } from './reported-values.js';
import { surveyChapter } from './survey.js';

/** What is reported or asked for, and not computed: values of C16 and a survey. */
export const statisticsChapter = (district: DistrictCode): Chapter =>
  join([
    ...REPORTED_VALUES[district].map((value, index) =>
      entry(valueDraft(district, value, index + 1), value.trap),
    ),
    surveyChapter(district),
  ]);

function valueDraft(
  district: DistrictCode,
  { indicator, street, period, endsOn, value, unit, recordedOn }: ReportedValue,
  number: number,
): Draft<'stat.value.reported'> {
  const region = street ?? district;
  const subject = `${region}:${indicator}:${period}`;
  const time = at(endsOn, 18);
  return {
    district,
    type: 'stat.value.reported',
    system: 'stat',
    subject,
    mark: String(number),
    time,
    recorded: recordedOn ? at(recordedOn, 10) : registrationAfter(time, subject),
    ...(street && { street }),
    data: { region, indicator, period, value, unit, reporter: '示例区民政局' },
  };
}
