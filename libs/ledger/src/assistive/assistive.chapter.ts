import { buildUsci } from '@minhai/domain';
import { at } from '../chance/calendar.js';
import { type Chapter, chapterOf, entry, join } from '../posting/chapter.js';
import { draftOf } from '../posting/draft.js';
import { type DistrictCode, stemOf, streetNameOf } from '../reference/districts.js';
import { RENTAL_POINTS, type RentalPoint } from './rental-points.js';

/** Synthetic organisation bodies of operators start here. */
const FIRST_OPERATOR = 70_001;
const OPERATORS = 3;

/** Rental points for assistive devices. */
export const assistiveChapter = (district: DistrictCode): Chapter =>
  join(RENTAL_POINTS[district].map((point, index) => pointChapter(district, point, index + 1)));

function pointChapter(district: DistrictCode, point: RentalPoint, number: number): Chapter {
  const pointId = `FJ${district}-${String(number).padStart(2, '0')}`;
  const of = { district, subject: pointId, street: point.street };
  const openedAt = at(point.opened, point.atMidnightUtc ? 0 : 9);
  const opening = draftOf(
    { ...of, time: openedAt, utc: point.atMidnightUtc },
    'assistive.rentalpoint.opened',
    {
      pointId,
      name: `示例${stemOf(streetNameOf(district, point.street))}康复辅具租赁点（${String(number).padStart(2, '0')}）`,
      operatorUsci: buildUsci(
        `52${district}`,
        String(FIRST_OPERATOR + (number % OPERATORS)).padStart(8, '0'),
      ),
    },
  );
  const opened = entry(opening, point.closed ? undefined : point.trap);
  if (!point.closed) return opened;
  const { on, reason } = point.closed;
  const closing = draftOf({ ...of, time: at(on, 17) }, 'assistive.rentalpoint.closed', { pointId, reason });
  return join([opened, point.trap ? entry(closing, point.trap) : chapterOf([closing])]);
}
