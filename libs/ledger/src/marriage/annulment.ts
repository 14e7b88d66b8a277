import { at } from '../chance/calendar.js';
import { type Chapter, entry, type TrapNote } from '../posting/chapter.js';
import type { DistrictCode } from '../reference/districts.js';
import { bookOf } from './registrations.js';

const ANNULLED: TrapNote = {
  name: 'marriage-annulled',
  expectation:
    'of 2019, found invalid by a court in November 2020, recorded 2021-02-04: stays among the marriages registered in 2019, and was taken to stand until then',
  mishap: { kind: 'recorded-late', recordedOn: '2021-02-04' },
};
const SEQUENCE = 1500;

/** One marriage of 2019 that never was one, as one learns later. */
export function annulmentChapter(district: DistrictCode): Chapter {
  const { wordNo } = bookOf(district, 'J', 2019)[SEQUENCE - 1]!;
  const time = at('2020-11-17', 16);
  return entry(
    {
      district,
      type: 'marriage.annulled',
      system: 'marriage',
      subject: wordNo,
      mark: 'annulled',
      time,
      recorded: time,
      data: {
        certWordNo: wordNo,
        ground: 'INVALID',
        authority: 'COURT',
        decisionNo: '（2020）示例民初第1500号',
        decidedOn: '2020-11-02',
      },
    },
    ANNULLED,
  );
}
