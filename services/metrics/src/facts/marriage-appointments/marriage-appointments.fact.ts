import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { flow } from '../measure.js';
import { needs, once } from '../once.js';
import { placeOfOffice } from '../place.js';
import { people } from '../protected-measure.js';
import { flowRow } from '../row.js';

export const BOOKED = 'cn.gov.mca.marriage.appointment.booked';
export const ATTENDED = 'cn.gov.mca.marriage.appointment.attended';
export const CANCELLED = 'cn.gov.mca.marriage.appointment.cancelled';

type Booking = EventOf<typeof BOOKED>;
type Attendance = EventOf<typeof ATTENDED>;
type Ending = Attendance | EventOf<typeof CANCELLED>;

const isBooked = ofType(BOOKED);
const isAttended = ofType(ATTENDED);
const isEnding = (event: FactEvent<any>): event is Ending => !isBooked(event);

const verbOf = (event: FactEvent<any>): string => (isAttended(event) ? 'attended' : 'cancelled');

/** What was booked counts once, and once more when it is attended or cancelled; what nobody booked does not count. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { first: booking, findings } = once(history.filter(isBooked), 'booked twice');
  const [ending, ...further] = history.filter(isEnding);
  const problems = ending ? endingProblems(ending, booking) : [];
  const isSound = ending !== undefined && booking !== undefined && booking.time <= ending.time;
  return {
    rows: [
      ...(booking ? [row(booking, booking, { step: 'BOOKED', certificate: 'NONE' })] : []),
      ...(isSound ? [row(booking, ending, stepOf(ending))] : []),
    ],
    findings: [
      ...findings,
      ...problems,
      ...further.map((again) =>
        finding('STATE', [ending!, again], {
          case: `${verbOf(again)} after it was ${verbOf(ending!)}`,
          day: again.day,
        }),
      ),
    ],
  };
}

function endingProblems(ending: Ending, booking: Booking | undefined): Finding[] {
  const verb = verbOf(ending);
  const order = needs(ending, booking, {
    without: `${verb} without a booking`,
    before: `${verb} before it was booked`,
  });
  if (!booking || !isAttended(ending)) return order;
  const about = (text: string): Finding =>
    finding(
      'STATE',
      [booking, ending],
      { case: text, day: ending.day, slot: booking.data.slotOn },
      'warning',
    );
  return [
    ...order,
    ...(ending.day === booking.data.slotOn ? [] : [about('attended on another day than booked')]),
    ...(ending.data.officeRegion === booking.data.officeRegion
      ? []
      : [about('attended at another office than booked')]),
  ];
}

type Step = Readonly<Record<'step' | 'certificate', string>>;

const stepOf = (ending: Ending): Step =>
  isAttended(ending)
    ? { step: 'ATTENDED', certificate: ending.data.certWordNo === null ? 'NONE' : 'ISSUED' }
    : { step: 'CANCELLED', certificate: 'NONE' };

const row = (booking: Booking, event: Booking | Ending, step: Step): FactRow => ({
  ...flowRow(event, 'marriage.appointments', { kind: booking.data.kind, ...step }),
  ...placeOfOffice(isAttended(event) ? event.data.officeRegion : booking.data.officeRegion),
  ...(event !== booking && { causes: [booking.id, event.id] }),
});

const ofAppointment = ({ data }: FactEvent<{ appointmentNo: string }>): string[] => [data.appointmentNo];

/** Appointments at the marriage office. The capacity of a slot is not reported, so it is not judged. */
export const fact: FactDefinition = {
  name: 'marriage.appointments',
  titles: { zh: '婚姻登记预约', en: 'Marriage appointments' },
  measures: [
    people(
      flow(
        'marriage.appointments',
        '件',
        '婚姻登记预约（预约、到场、取消）',
        'Appointments booked, attended, cancelled',
      ),
    ),
  ],
  reads: { [BOOKED]: ofAppointment, [ATTENDED]: ofAppointment, [CANCELLED]: ofAppointment },
  fold,
};
