import { addDays, dayOf, startOfDay } from '@minhai/domain';
import type { MarriageAppointmentKind } from '@minhai/schemas';
import { at } from '../chance/calendar.js';
import { chanceOf } from '../chance/seeded.js';
import { type Chapter, entry, join, type TrapNote } from '../posting/chapter.js';
import type { Draft, Payload, TypeName } from '../posting/cloud-event.js';
import type { DistrictCode } from '../reference/districts.js';
import { bookOf, type Registration } from './registrations.js';

const MINUTE_MS = 60_000;
const SLOT_MINUTES = 30;
const DISTRICT = '310118';

/** Registrations of 2020 that were booked before; no base is published. The first numbers of a book are not among them. */
const BOOKED: readonly { readonly prefix: 'J' | 'L'; readonly from: number; readonly count: number }[] = [
  { prefix: 'J', from: 31, count: 60 },
  { prefix: 'L', from: 21, count: 20 },
];

export const REGISTERED_BY_APPOINTMENT_2020 = BOOKED.reduce((sum, { count }) => sum + count, 0);

const UNBOOKED: TrapNote = {
  name: 'attended-without-booking',
  expectation: 'a couple that walked in, entered as an appointment: none was booked, so it does not count',
};
const CANCELLED: TrapNote = {
  name: 'appointment-cancelled',
  expectation: 'booked and cancelled: no registration came of it',
};
const OVERTAKEN: TrapNote = {
  name: 'booking-arrives-after-attendance',
  expectation: 'held up until after its attendance: a booking all the same',
  mishap: { kind: 'held-up', until: '2020-12-29' },
};

interface Visit {
  readonly appointmentNo: string;
  readonly registration: Registration;
  readonly kind: MarriageAppointmentKind;
}

const appointmentNoOf = (number: number): string => `YY${DISTRICT}-2020-${String(number).padStart(4, '0')}`;

const draftOf = <T extends Extract<TypeName, `marriage.${string}`>>(
  { appointmentNo }: Visit,
  time: number,
  type: T,
  data: Payload<T>,
): Draft<T> => ({
  district: DISTRICT,
  type,
  system: 'marriage',
  subject: appointmentNo,
  mark: type,
  time,
  recorded: time + MINUTE_MS,
  data,
});

function booking(visit: Visit): Draft {
  const { appointmentNo, registration, kind } = visit;
  const slotOn = dayOf(registration.time);
  const minute = Math.floor((registration.time - startOfDay(slotOn)) / MINUTE_MS);
  const bookedOn = addDays(slotOn, -chanceOf(appointmentNo).between(2, 14));
  return draftOf(visit, at(bookedOn, 20), 'marriage.appointment.booked', {
    appointmentNo,
    officeRegion: DISTRICT,
    slotOn,
    slotMinute: minute - (minute % SLOT_MINUTES),
    kind,
  });
}

const attendance = (visit: Visit): Draft =>
  draftOf(visit, visit.registration.time, 'marriage.appointment.attended', {
    appointmentNo: visit.appointmentNo,
    officeRegion: DISTRICT,
    certWordNo: visit.registration.wordNo,
  });

const cancellation = (visit: Visit): Draft =>
  draftOf(visit, visit.registration.time - 24 * 60 * MINUTE_MS, 'marriage.appointment.cancelled', {
    appointmentNo: visit.appointmentNo,
    reason: 'APPLICANT',
  });

/** Appointments of 青浦, whose plan wants every registration by appointment. */
export function appointmentsChapter(district: DistrictCode): Chapter {
  if (district !== DISTRICT) return join([]);
  const visits = BOOKED.flatMap(({ prefix, from, count }) =>
    bookOf(district, prefix, 2020)
      .slice(from - 1, from - 1 + count)
      .map((registration) => ({ registration, kind: prefix === 'J' ? 'MARRIAGE' : 'DIVORCE' }) as const),
  ).map((visit, i): Visit => ({ appointmentNo: appointmentNoOf(i + 1), ...visit }));
  const [walkedIn, gaveUp] = bookOf(district, 'J', 2020)
    .slice(100, 102)
    .map((registration, i): Visit => ({
      appointmentNo: appointmentNoOf(901 + i),
      registration,
      kind: 'MARRIAGE',
    })) as [Visit, Visit];
  return join([
    ...visits.flatMap((visit, i) => [
      entry(booking(visit), i === 0 ? OVERTAKEN : undefined),
      entry(attendance(visit)),
    ]),
    entry(attendance(walkedIn), UNBOOKED),
    entry(booking(gaveUp), CANCELLED),
    entry(cancellation(gaveUp), CANCELLED),
  ]);
}
