import { institutionIdOf } from '../eldercare/institution.js';
import { type Draft, eventOf, type LedgerEvent } from '../posting/cloud-event.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';
import { conversions, newInstitutions } from './beds.js';
import * as services from './eldercare-services.js';
import { GOALS, type Goals } from './goals.js';
import * as offices from './offices.js';
import * as people from './people.js';
import * as places from './places.js';
import * as reports from './reports.js';
import * as society from './society.js';

/**
 * What may come after the 2020 ledger: `on-target-2025` reaches every target by 2025-12-31 and no more; in `two-missed-2025`
 * 长宁 misses one binding target (dementia-care beds) and one expected one (child-welfare social workers).
 */
export const SCENARIOS = ['on-target-2025', 'two-missed-2025'] as const;

export type ScenarioName = (typeof SCENARIOS)[number];

const CHANGNING_MILESTONES = [
  'onekey-registration',
  'onekey-rescue',
  'onekey-taxi',
  'onekey-meal',
  'onekey-consultation',
  'qingchi-home-opened',
  'welfare-home-2-converted',
  'institution-management-centre',
];

const QINGPU_PROJECTS = [
  ['INDUSTRY_PARK', 5],
  ['TALENT_BASE', 1],
  ['CLUB', 1],
  ['DIGITAL_PARK', 1],
  ['BRAND', 5],
  ['TRADE_PLATFORM', 1],
] as const;

const QINGPU_VALUES = [
  ['qpu-newtown-centres', '2.0000', 'PLACE'],
  ['qpu-newtown-day', '3.0000', 'PLACE'],
  ['qpu-newtown-meal', '5.0000', 'PLACE'],
  ['qpu-newtown-rooms', '19.0000', 'PLACE'],
  ['qpu-newtown-area', '8000.0000', 'SQUARE_METRE'],
  ['qpu-newtown-coverage', '87.0000', 'PERCENT'],
  ['qpu-newtown-complex-coverage', '100.0000', 'PERCENT'],
  ['qpu-estate-activity-room-coverage', '100.0000', 'PERCENT'],
  ['qpu-medical-integrated-demo', '7.0000', 'ORGANISATION'],
] as const;

/** Events from 2021 to 2025, in the order of their registration, to be published after those of the ledger. */
export function scenarioEvents(name: ScenarioName, district: DistrictCode): LedgerEvent[] {
  const misses = name === 'two-missed-2025' && district === '310105';
  const drafts = district === '310105' ? changning(misses) : qingpu();
  return drafts
    .toSorted((a, b) => a.recorded - b.recorded || (a.subject < b.subject ? -1 : 1))
    .map((draft) => eventOf(draft));
}

const inBoth = (district: DistrictCode, goals: Goals): Draft[] => [
  ...reports.populationPublished(district, goals.hukou60Plus),
  ...newInstitutions(district, goals),
  ...conversions(district, goals),
  ...people.carersCertified(district, goals.carersCertified),
  ...places.rentalPointsOpened(district),
  ...reports.cloudReported(district, goals.cloudHouseholds),
];

function changning(misses: boolean): Draft[] {
  const district = '310105';
  const goals = GOALS[district];
  const [first] = DISTRICTS[district].streets;
  return [
    ...inBoth(district, misses ? { ...goals, dementiaBeds: goals.dementiaBeds - 30 } : goals),
    ...places.facilitiesOpened(district, { kinds: [['MEAL_SITE', 10]], area: 1_000 }),
    ...places.mealsServed(district, 10, 2_900),
    ...people.childWorkersCertified(district, misses ? 13 : 14),
    ...people.communityWorkersCertified(district, 71),
    ...places.organisationsRated(district, 143),
    ...places.smartStreetsDesignated(district),
    ...places.adviserPointsOpened(district),
    ...places.medicalContractsSigned(district, services.openedAnew(district, goals)),
    ...reports.milestonesCompleted(district, 'chn-2021-2025', CHANGNING_MILESTONES),
    ...reports.boundariesInspected(district),
    ...reports.severelyDisabledInCare(district, 120),
    ...reports.childWardOpened(district, institutionIdOf(district, 1), first!.code),
    ...society.complexesOpened(district),
  ];
}

const QINGPU_BRANDS = ['示例嘉禾', '示例安康', '示例长青'];

function qingpu(): Draft[] {
  const district = '310118';
  const goals = GOALS[district];
  const [first] = DISTRICTS[district].streets;
  const common = inBoth(district, goals);
  return [
    ...common,
    ...services.residentsAdmitted(district, 7_360, common),
    ...services.institutionsWatched(district, goals),
    ...services.chainsJoined(district, goals, QINGPU_BRANDS),
    ...services.eldersVisited(district),
    ...places.facilitiesOpened(district, {
      kinds: [
        ['INTEGRATED_CENTRE', 16],
        ['MEAL_SITE', 37],
        ['DAY_CENTRE', 36],
        ['ACTIVITY_ROOM', 38],
      ],
      area: 29_850,
    }),
    ...people.carersHired(district, 10),
    ...people.socialWorkersCertified(district, 114),
    ...people.passportsIssued(district, 49_400),
    ...places.guestHallsOpened(district, 1_016),
    ...reports.burialsInNewZone(district, first!.code),
    ...reports.filesChecked(district, 20),
    ...society.projectsRegistered(district, QINGPU_PROJECTS),
    ...society.consultantsCertified(district, 501),
    ...society.satisfactionPublished(district, 2_000, 1_900),
    ...society.valuesReported(district, QINGPU_VALUES),
    ...offices.registrarsCertified(district),
    ...offices.marriedByAppointment(district, 10),
    offices.columbariumOpened(district, '310118110'),
  ];
}
