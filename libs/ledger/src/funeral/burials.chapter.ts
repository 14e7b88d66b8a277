import { type BusinessDay, type BusinessMonth, monthOf, monthsBetween } from '@minhai/domain';
import { apportion } from '../chance/apportion.js';
import { at, workingDayBetween, workingDayFrom } from '../chance/calendar.js';
import { chanceOf, digestOf } from '../chance/seeded.js';
import { type Chapter, entry, join, type TrapNote } from '../posting/chapter.js';
import { type Draft, registrationAfter } from '../posting/cloud-event.js';
import { reportTimes } from '../posting/month-report.js';
import { cemeteryIdOf, ONLY_REPORTED, type Zone, ZONES } from './zones.js';

const DISTRICT = '310118';
const MONTHS = monthsBetween('2020-01', '2020-12');
const SMALL_AREAS = ['0.60', '0.50', '0.30'];
const LARGE_AREAS = ['0.61', '0.80', '1.00'];

/** A burial in a plot. */
interface Burial {
  readonly zone: Zone;
  readonly number: number;
  readonly day: BusinessDay;
  readonly area: string;
  readonly atMidnightUtc?: true;
  readonly note?: TrapNote;
}

const BOUNDARY: TrapNote = {
  name: 'plots-on-the-boundary',
  expectation: '0.60 m² is a small plot, 0.61 m² is none',
};
const CORRECTED: TrapNote = {
  name: 'plot-area-corrected',
  expectation: 'first entered as 0.80 m²: a small plot',
  mishap: { kind: 'corrected', first: { plotAreaM2: '0.80' }, correctedOn: '2020-12-29' },
};
const TWICE: TrapNote = {
  name: 'burial-delivered-twice',
  expectation: 'same id, same bytes: one burial',
  mishap: { kind: 'delivered-twice', again: '2020-12-28' },
};
const VOIDED: TrapNote = {
  name: 'burial-voided',
  expectation: 'entered twice under two numbers; one of them is voided',
  mishap: { kind: 'voided', voidedOn: '2020-11-20', because: 'DUPLICATE' },
};
const MIDNIGHT: TrapNote = {
  name: 'burial-at-midnight',
  expectation: '2020-12-31T16:00:00Z is 2021 in Shanghai, when the zone is no longer new',
};
const REPORTED: TrapNote = {
  name: 'burials-reported-and-recorded',
  expectation: 'monthly reports hold the single burials too: each counts once',
};

/** What is unusual about the burials in the zones opened in 2020. */
function noteOf({ openedOn, zone, notNew }: Zone, index: number, area: string): TrapNote | undefined {
  if (notNew) return notNew;
  if (!openedOn.startsWith('2020')) return undefined;
  if (zone === 'A07' && index === 1) return CORRECTED;
  if (zone === 'A07' && index === 3) return TWICE;
  return area === '0.60' || area === '0.61' ? BOUNDARY : undefined;
}

export function burialsOf(zone: Zone): Burial[] {
  const chance = chanceOf(`burials|${zone.cemetery}|${zone.zone}`);
  const first = workingDayFrom(zone.openedOn < '2020-01-01' ? '2020-01-02' : zone.openedOn);
  return Array.from({ length: zone.small + zone.large }, (_, i): Burial => {
    const areas = i < zone.small ? SMALL_AREAS : LARGE_AREAS;
    const area = areas[i % areas.length]!;
    const note = noteOf(zone, i, area);
    return {
      zone,
      number: i + 1,
      day: workingDayBetween(first, '2020-12-22', chance),
      area,
      ...(note && { note }),
    };
  });
}

function openingDraft(zone: Zone): Draft<'funeral.zone.opened'> {
  const cemeteryId = cemeteryIdOf(zone);
  const time = at(zone.openedOn, 8);
  const subject = `${cemeteryId}:${zone.zone}`;
  return {
    district: DISTRICT,
    type: 'funeral.zone.opened',
    system: 'funeral',
    subject,
    mark: 'opened',
    time,
    recorded: registrationAfter(time, subject),
    street: zone.street,
    data: { cemeteryId, zoneId: zone.zone, openedOn: zone.openedOn, plotsPlanned: 400, kind: 'COMMERCIAL' },
  };
}

export const numberOf = ({ zone, number }: Burial): string =>
  `AZ${DISTRICT}-${zone.cemetery}-${zone.zone}-${String(number).padStart(4, '0')}`;

export const deceasedOf = (burialNo: string): string =>
  `per_${digestOf(`deceased|${burialNo}`).toString('hex', 0, 8)}`;

function burialDraft(burial: Burial): Draft<'funeral.burial.completed'> {
  const { zone, number, day, area, atMidnightUtc } = burial;
  const burialNo = numberOf(burial);
  const time = at(day, atMidnightUtc ? 0 : 9 + (number % 4));
  return {
    district: DISTRICT,
    type: 'funeral.burial.completed',
    system: 'funeral',
    subject: burialNo,
    mark: 'completed',
    time,
    recorded: registrationAfter(time, burialNo),
    street: zone.street,
    utc: atMidnightUtc,
    data: {
      burialNo,
      deceasedRef: deceasedOf(burialNo),
      cemeteryId: cemeteryIdOf(zone),
      zoneId: zone.zone,
      plotAreaM2: area,
      form: 'EARTH',
    },
  };
}

/** Burials in plots by month, the single ones among them, and the other forms, of which none is on record. */
function reportDrafts(burials: readonly Burial[]): Draft[] {
  const forms = ['EARTH', 'COLUMBARIUM', 'SEA'] as const;
  return forms.flatMap((form) => {
    const counts = apportion(ONLY_REPORTED[form], Array<number>(MONTHS.length).fill(1));
    return MONTHS.map((period, i) =>
      reportDraft(
        form,
        period,
        counts[i]!,
        form === 'EARTH' ? burials.filter(({ day }) => monthOf(day) === period) : [],
      ),
    );
  });
}

function reportDraft(
  form: keyof typeof ONLY_REPORTED,
  period: BusinessMonth,
  others: number,
  burials: readonly Burial[],
): Draft<'funeral.burial.reported'> {
  const inNewZones = burials.filter(({ zone }) => zone.openedOn.startsWith('2020'));
  return {
    district: DISTRICT,
    type: 'funeral.burial.reported',
    system: 'funeral',
    subject: `${DISTRICT}:${form}:${period}`,
    mark: 'reported',
    ...reportTimes(period),
    data: {
      region: DISTRICT,
      form,
      period,
      count: others + burials.length,
      newZoneCount: inNewZones.length,
      newZoneSmallCount: inNewZones.filter(({ area }) => SMALL_AREAS.includes(area)).length,
    },
  };
}

/** Zones and burials of 青浦, whose plan counts them. */
export function burialsChapter(district: string): Chapter {
  if (district !== DISTRICT) return join([]);
  const burials = ZONES.flatMap(burialsOf);
  const [newest] = ZONES.slice(-1) as [Zone];
  const uncounted: Burial[] = [
    { zone: newest, number: 901, day: '2020-11-16', area: '1.00', note: VOIDED },
    { zone: newest, number: 902, day: '2021-01-01', area: '0.50', atMidnightUtc: true, note: MIDNIGHT },
  ];
  return join([
    ...ZONES.map((zone) => entry(openingDraft(zone), zone.opening)),
    ...[...burials, ...uncounted].map((burial) => entry(burialDraft(burial), burial.note)),
    ...reportDrafts(burials).map((draft) => entry(draft, REPORTED)),
  ]);
}
