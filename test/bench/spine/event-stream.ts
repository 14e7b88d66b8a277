import { createHash } from 'node:crypto';
import { addDays, buildUsci, dayOf, formatInstant, monthOf, startOfDay, uuidV7 } from '@minhai/domain';

/** Structured CloudEvents of one district's systems; every value is invented. */
export type StructuredEvent = Readonly<Record<string, unknown>>;

const DISTRICT = '310105';
const FIRST_DAY = '2019-01-01';
/** After so many the calendar begins anew. */
const DAYS = 700;
const STREETS = ['310105001', '310105002', '310105004', '310105005', '310105006'];
const EVENTS_OF_AN_INSTITUTION = 20;
const ORGANISATIONS_OF_A_RUN = 1_000_000;
/** Organisation numbers have eight digits, so this many runs keep apart. */
export const MOST_RUNS = 90;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

interface Occurrence {
  readonly type: string;
  readonly subject: string;
  readonly data: Readonly<Record<string, unknown>>;
}

interface Moment {
  readonly run: number;
  readonly index: number;
  /** Epoch ms. */
  readonly time: number;
}

/** How the events of a stream lie in time. */
export interface Calendar {
  readonly eventsADay: number;
  /** Events that came before the first of the stream. */
  readonly before: number;
}

const ORDINARY: Calendar = { eventsADay: 700, before: 0 };

/** Of streams with so many events together, one after the other, the one that goes on behind `before`. */
export const calendarOf = (together: number, before: number): Calendar => ({
  eventsADay: Math.max(ORDINARY.eventsADay, Math.ceil(together / DAYS)),
  before,
});

const momentOf = (run: number, index: number, { eventsADay, before }: Calendar): Moment => {
  const count = before + index;
  const day = addDays(FIRST_DAY, Math.floor(count / eventsADay) % DAYS);
  return { run, index, time: startOfDay(day) + 9 * 3_600_000 + (count % eventsADay) * 1000 };
};

/** The event as a department system would send it. `district` and `street` where it happened. */
export function structured(
  { type, subject, data }: Occurrence,
  { run, index, time }: Moment,
  place?: { district: string; street: string },
): StructuredEvent {
  const district = place?.district ?? DISTRICT;
  return {
    specversion: '1.0',
    id: uuidV7(time, digest(`${run}:${index}`)),
    source: `urn:mca:${district}:${type.split('.')[3]}`,
    type,
    subject,
    time: formatInstant(time),
    recordedtime: formatInstant(time + 60_000),
    regionid: district,
    streetid: place?.street ?? STREETS[index % STREETS.length],
    data,
  };
}

const deltaOf = (institution: number, turn: number): number => 1 + ((institution + turn) % 9);

/** An institution opens and changes its beds nineteen times; all take turns, so an entity's history is spread over the whole stream. */
function institutionEvent(serial: number, institutions: number, { run, time }: Moment): Occurrence {
  const institution = serial % institutions;
  const turn = Math.floor(serial / institutions);
  const institutionId = `B${run}-${institution}`;
  if (turn === 0) {
    const data = {
      institutionId,
      name: `示例养老院${institution}`,
      usci: codeOf('52310105', run, institution),
      legalForm: 'PRIVATE_NON_ENTERPRISE',
      operationMode: 'PRIVATE_PRIVATE',
      scope: 'INSTITUTION',
      openedOn: dayOf(time),
      recordNo: null,
      hasNursingHospital: false,
    };
    return { type: 'cn.gov.mca.eldercare.institution.opened', subject: institutionId, data };
  }
  let after = 0;
  for (let i = 1; i <= turn; i++) after += deltaOf(institution, i);
  const data = {
    institutionId,
    bedType: 'GENERAL',
    bedScope: 'INSTITUTION',
    delta: deltaOf(institution, turn),
    after,
    reason: 'EXPANSION',
    dementiaStandardised: false,
    transferId: null,
  };
  return { type: 'cn.gov.mca.eldercare.bed.changed', subject: `${institutionId}:GENERAL`, data };
}

function benefit({ run, index, time }: Moment): Occurrence {
  const caseId = `C${run}-${index}`;
  const data = {
    caseId,
    householdRef: `hh_${run}x${String(index).padStart(9, '0')}`,
    item: 'DIBAO',
    category: 'DIBAO',
    persons: 1 + (index % 3),
    amountFenPerMonth: 116_000,
    effectiveMonth: monthOf(dayOf(time)),
    validTo: null,
    approver: 'op-1',
    acceptor: 'op-2',
  };
  return { type: 'cn.gov.mca.assistance.approval.granted', subject: caseId, data };
}

/** `kind`: category and region, the first eight digits of the code. */
const codeOf = (kind: string, run: number, serial: number): string =>
  buildUsci(kind, String(10_000_000 + run * ORGANISATIONS_OF_A_RUN + serial).slice(-8));

export function organisation(run: number, serial: number): Occurrence {
  const usci = codeOf('51310105', run, serial);
  const data = {
    usci,
    name: `示例社团${serial}`,
    kind: 'ASSOCIATION',
    registrar: DISTRICT,
    supervisor: null,
    industry: null,
    capitalFen: 3_000_000,
  };
  return { type: 'cn.gov.mca.socialorg.registered', subject: usci, data };
}

function occurrence(moment: Moment, institutions: number): Occurrence {
  const kind = moment.index % 10;
  if (kind % 2 === 0) return institutionEvent(moment.index / 2, institutions, moment);
  return kind < 6 ? benefit(moment) : organisation(moment.run, moment.index);
}

/**
 * `count` events in order of time: half of institutions and their beds, three tenths benefits granted, two tenths
 * organisations registered. `run`, below MOST_RUNS, keeps ids and subjects of different streams apart.
 */
export function* eventStream(
  count: number,
  run: number,
  calendar: Calendar = ORDINARY,
): Generator<StructuredEvent> {
  if (run < 0 || run >= MOST_RUNS) throw new RangeError(`run must be from 0 to ${MOST_RUNS - 1}, not ${run}`);
  const institutions = Math.ceil(count / 2 / EVENTS_OF_AN_INSTITUTION);
  for (let index = 0; index < count; index++) {
    const moment = momentOf(run, index, calendar);
    yield structured(occurrence(moment, institutions), moment);
  }
}

/** Registrations in a district that the stream leaves alone: each moves one of its figures by one. */
export function probe(run: number, number: number): StructuredEvent {
  const index = ORGANISATIONS_OF_A_RUN / 2 + number;
  return structured(
    organisation(run, index),
    { ...momentOf(run, number % ORDINARY.eventsADay, ORDINARY), index },
    PROBE_PLACE,
  );
}

const PROBE_PLACE = { district: '310118', street: '310118001' };
