import { describe, expect, it } from '@jest/globals';
import { yearOf } from '@minhai/domain';
import { expectations } from './expectations.fixture.js';
import { ledgerEvents, ledgerTraps } from './ledger.js';
import { type Effective, effective, grouped, MID_JANUARY } from './oracle.fixture.js';
import { DISTRICTS, type DistrictCode } from './reference/districts.js';

// An oracle of its own, as in figures.unit.spec: it knows corrections, voids and each count, and nothing of the tables.

const END = '2020-12-31';
const districts = Object.keys(DISTRICTS) as DistrictCode[];
const distinct = (keys: readonly string[]): number => new Set(keys).size;
const upTo = (events: readonly Effective[]): Effective[] => events.filter(({ day }) => day <= END);
const inYear = (events: readonly Effective[], year: number): Effective[] =>
  events.filter(({ day }) => yearOf(day) === year);
const trapped = (district: DistrictCode, name: string) => {
  const ids = ledgerTraps(district).find((trap) => trap.name === name)!.eventIds;
  return ledgerEvents(district).filter(({ id }) => ids.includes(id));
};

function registrars(district: DistrictCode) {
  const left = upTo(effective(district, 'marriage.registrar.left')).map(({ data }) => data.registrarNo);
  const certificates = upTo(effective(district, 'marriage.registrar.certified')).filter(
    ({ data }) => !left.includes(data.registrarNo),
  );
  return {
    active: distinct(certificates.map(({ data }) => data.registrarNo)),
    certified: distinct(
      certificates.filter(({ data }) => data.validTo >= END).map(({ data }) => data.registrarNo),
    ),
  };
}

function byAppointment(district: DistrictCode): number {
  const booked = new Set(
    effective(district, 'marriage.appointment.booked').map(({ data }) => data.appointmentNo),
  );
  return inYear(effective(district, 'marriage.appointment.attended'), 2020).filter(
    ({ data }) => booked.has(data.appointmentNo) && data.certWordNo,
  ).length;
}

/** A town has a 1 as the first of the last three digits. */
const isTown = (street: string): boolean => street[6] === '1';

function funeral(district: DistrictCode) {
  const enabled = grouped(
    upTo(effective(district, 'funeral.cemetery.function.enabled')),
    ({ data }) => data.function,
  );
  const functions = Object.fromEntries(
    [...enabled].map(([name, all]) => [name, distinct(all.map(({ data }) => data.cemeteryId))]),
  );
  const complete = grouped([...enabled.values()].flat(), ({ data }) => data.cemeteryId);
  return {
    towns: DISTRICTS[district].streets.filter(({ code }) => isTown(code)).length,
    columbariumTowns: distinct(
      upTo(effective(district, 'funeral.facility.opened'))
        .filter(({ data, event }) => data.kind === 'PUBLIC_COLUMBARIUM' && isTown(event.streetid!))
        .map(({ event }) => event.streetid!),
    ),
    commercialCemeteries: distinct(
      upTo(effective(district, 'funeral.zone.opened'))
        .filter(({ data }) => data.kind === 'COMMERCIAL')
        .map(({ data }) => data.cemeteryId),
    ),
    digitalCemeteries: [...complete.values()].filter(
      (all) => distinct(all.map(({ data }) => data.function)) === 4,
    ).length,
    functions,
    // Numbers from 9001 on are those of the funds' chapter, where payees die.
    cremations: distinct(
      effective(district, 'funeral.death.cremated')
        .filter(({ data }) => !/-9\d{3}$/.test(data.cremationNo))
        .map(({ data }) => data.deceasedRef),
    ),
  };
}

function requests(district: DistrictCode) {
  const submitted = inYear(effective(district, 'exchange.request.submitted'), 2019).length;
  const answers = effective(district, 'exchange.response.delivered');
  const first = [...grouped(answers, ({ data }) => data.requestId).values()].map(
    (all) => all.toSorted((a, b) => (a.event.time < b.event.time ? -1 : 1))[0]!.data.result,
  );
  const count = (result: string): number => first.filter((one) => one === result).length;
  const refused = effective(district, 'exchange.request.refused').length;
  const outcomes = { MATCH: count('MATCH'), NO_MATCH: count('NO_MATCH'), PARTIAL: count('PARTIAL') };
  return { submitted, outcomes: { ...outcomes, REFUSED: refused } };
}

describe.each(districts)('registers of %s', (district) => {
  const expected = expectations(district).registers;

  it('agree with the events', () => {
    expect({
      registrars: registrars(district),
      registeredByAppointment: byAppointment(district),
      funeral: district === '310118' ? funeral(district) : null,
      requests: requests(district),
    }).toEqual(expected);
  });

  it('begin each book with 000001, and before 2021 no divorce names an application', () => {
    const divorces = effective(district, 'marriage.divorce.registered');
    const numbers = effective(district, 'marriage.registered').map(({ data }) => data.certWordNo);
    expect(numbers).toEqual(expect.arrayContaining([`J${district}-2019-000001`, `J${district}-2020-000001`]));
    expect(divorces.filter(({ data, day }) => data.applicationNo !== undefined || day > END)).toEqual([]);
  });

  it('count no reissue as a marriage or divorce', () => {
    const again = effective(district, 'marriage.certificate.reissued').map(({ data }) => data.certWordNo);
    const registered = ['marriage.registered', 'marriage.divorce.registered'].flatMap((type) =>
      effective(district, type).map(({ data }) => data.certWordNo),
    );
    expect(again.every((wordNo) => /^B[JL]\d{6}-/.test(wordNo) && !registered.includes(wordNo))).toBe(true);
    expect(trapped(district, 'reissued-certificate').length).toBeGreaterThan(1);
  });

  it('keep an annulled marriage among those of its year, and knew nothing of it in January', () => {
    const [annulment] = trapped(district, 'marriage-annulled');
    const married = effective(district, 'marriage.registered').find(
      ({ data }) => data.certWordNo === annulment!.data['certWordNo'],
    );
    expect([yearOf(married!.day), effective(district, 'marriage.annulled', MID_JANUARY).length]).toEqual([
      2019, 0,
    ]);
  });

  it('let one marriage be registered by somebody whose certificate had run out', () => {
    const [marriage] = trapped(district, 'registered-with-expired-certificate');
    const [certificate] = trapped(district, 'registrar-certificate-run-out');
    expect(marriage!.data['registrarNo']).toBe(certificate!.data['registrarNo']);
    expect(marriage!.time.slice(0, 10) > String(certificate!.data['validTo'])).toBe(true);
  });

  it('expect no certificate older than the register to be on it', () => {
    const originals = [
      ...effective(district, 'marriage.certificate.reissued').map(({ data }) => data.originalWordNo),
      ...effective(district, 'marriage.divorce.registered').flatMap(({ data }) => data.marriageWordNo ?? []),
    ];
    expect(originals.filter((wordNo) => Number(wordNo.split('-')[1]) >= 2016)).toEqual([]);
    expect(originals.length).toBeGreaterThan(30);
  });

  it('ask of each partner only under an agreement, but for one request', () => {
    const agreements = effective(district, 'exchange.agreement.activated');
    const outside = effective(district, 'exchange.request.submitted').filter(
      ({ data, day }) =>
        !agreements.some(
          (agreement) => agreement.data.regions.includes(data.toRegion) && day <= agreement.data.validTo,
        ),
    );
    expect(outside.map(({ event }) => event.id)).toEqual([
      trapped(district, 'request-after-the-agreement')[0]!.id,
    ]);
  });

  it('repeat no answer but one', () => {
    const [again] = trapped(district, 'answered-twice');
    const answers = effective(district, 'exchange.response.delivered');
    expect(answers.filter(({ data }) => data.requestId === again!.data['requestId'])).toHaveLength(2);
    expect(answers).toHaveLength(distinct(answers.map(({ data }) => data.requestId)) + 1);
  });
});

describe('traps of the registers of 青浦', () => {
  const district = '310118';

  it('would be counted by a reader who walks into them', () => {
    const booked = new Set(
      effective(district, 'marriage.appointment.booked').map(({ data }) => data.appointmentNo),
    );
    const [unbooked] = trapped(district, 'attended-without-booking');
    expect(booked.has(unbooked!.data['appointmentNo'])).toBe(false);
    expect(trapped(district, 'appointment-cancelled')).toHaveLength(2);
    expect(
      trapped(district, 'columbarium-in-a-subdistrict').map(({ streetid }) => isTown(streetid!)),
    ).toEqual([false]);
    expect(trapped(district, 'cemetery-function-at-midnight').map(({ time }) => time)).toEqual([
      '2020-12-31T16:00:00Z',
    ]);
    const [second] = trapped(district, 'second-cremation');
    expect(
      effective(district, 'funeral.death.cremated').filter(
        ({ data }) => data.deceasedRef === second!.data['deceasedRef'],
      ),
    ).toHaveLength(2);
  });

  it('the booking arrives after its attendance', () => {
    const [booking] = trapped(district, 'booking-arrives-after-attendance');
    const course = ledgerEvents(district).filter(({ subject }) => subject === booking!.subject);
    expect(course.map(({ type }) => type.split('.').at(-1))).toEqual(['attended', 'booked']);
  });
});
