import { formatMarriageWordNumber } from '@minhai/domain';
import { type Chance, chanceOf, digestOf } from '../chance/seeded.js';
import { type Chapter, entry, join } from '../posting/chapter.js';
import type { Draft, Payload, TypeName } from '../posting/cloud-event.js';
import type { DistrictCode } from '../reference/districts.js';
import { annulmentChapter } from './annulment.js';
import { appointmentsChapter } from './appointments.js';
import { REGISTRARS, registrarNoOf, registrarsChapter } from './registrars.js';
import { type Registration, registrationsOf } from './registrations.js';
import { REGISTERS } from './registers.js';

/** Where the other party's household is registered: this district, elsewhere in the city, or 苏浙皖. */
const ELSEWHERE_IN_SHANGHAI = [
  '310101',
  '310104',
  '310106',
  '310107',
  '310109',
  '310110',
  '310112',
  '310113',
  '310115',
  '310117',
];
/** Marriages of this year on are on the register; older ones cannot be. */
const REGISTER_BEGINS = 2016;
const NEIGHBOURS = ['320102', '320106', '320402', '320505', '330106', '330203', '330402', '340104', '340202'];

/** Marriages, divorces and reissued certificates as single events, who registered them, by appointment or not. */
export const marriageChapter = (district: DistrictCode): Chapter =>
  join([
    ...REGISTERS[district].flatMap((register) =>
      registrationsOf(district, register).map((registration) =>
        entry(registrationDraft(registration), registration.trap?.note),
      ),
    ),
    registrarsChapter(district),
    appointmentsChapter(district),
    annulmentChapter(district),
  ]);

function registrationDraft(registration: Registration): Draft {
  const chance = chanceOf(registration.wordNo);
  switch (registration.register.prefix) {
    case 'J':
      return marriage(registration, chance);
    case 'L':
      return divorce(registration, chance);
    default:
      return reissue(registration, chance);
  }
}

/** The register is kept at the counter: recorded within minutes. */
const draftOf = <T extends Extract<TypeName, `marriage.${string}`>>(
  { district, wordNo, time, trap }: Registration,
  type: T,
  data: Payload<T>,
): Draft<T> => ({
  district,
  type,
  system: 'marriage',
  subject: wordNo,
  mark: wordNo,
  time,
  recorded: time + 60_000 * (1 + (digestOf(wordNo)[0]! % 9)),
  utc: trap?.atMidnightUtc,
  data,
});

const personRef = (wordNo: string, part: 'A' | 'B' | 'holder'): string =>
  `per_${digestOf(`person|${wordNo}|${part}`).toString('hex', 0, 8)}`;

function marriage(registration: Registration, chance: Chance): Draft {
  const { district, wordNo } = registration;
  return draftOf(registration, 'marriage.registered', {
    certWordNo: wordNo,
    partyA: personRef(wordNo, 'A'),
    partyB: personRef(wordNo, 'B'),
    hukouRegionA: district,
    hukouRegionB: otherHukou(district, chance),
    officeRegion: district,
    registrarNo: registrarNoOf(district, registration.trap?.registrar ?? 1 + chance.below(REGISTRARS)),
    kind: chance.below(40) === 0 ? 'REMARRIAGE' : 'MARRIAGE',
    foreign: false,
  });
}

function otherHukou(district: DistrictCode, chance: Chance): string {
  const share = chance.below(100);
  if (share < 50) return district;
  return chance.pick(share < 82 ? ELSEWHERE_IN_SHANGHAI : NEIGHBOURS);
}

/** Before 2021 no application precedes a divorce. */
function divorce(registration: Registration, chance: Chance): Draft {
  const { district, wordNo } = registration;
  return draftOf(registration, 'marriage.divorce.registered', {
    certWordNo: wordNo,
    partyA: personRef(wordNo, 'A'),
    partyB: personRef(wordNo, 'B'),
    marriageWordNo: chance.below(3) === 0 ? earlierWordNo('J', registration, chance) : undefined,
    officeRegion: district,
    kind: 'REGISTERED',
  });
}

function reissue(registration: Registration, chance: Chance): Draft {
  const { district, register, wordNo } = registration;
  return draftOf(registration, 'marriage.certificate.reissued', {
    certWordNo: wordNo,
    originalWordNo: earlierWordNo(register.prefix === 'BJ' ? 'J' : 'L', registration, chance),
    holder: personRef(wordNo, 'holder'),
    officeRegion: district,
  });
}

/** Room for the numbers of one book among the older certificates that its registrations name, each of its own. */
const NUMBERS_PER_BOOK = 3000;

/** A certificate of a year before the register begins; none is named twice. */
const earlierWordNo = (
  prefix: 'J' | 'L',
  { district, register, wordNo }: Registration,
  chance: Chance,
): string =>
  formatMarriageWordNumber({
    prefix,
    office: district,
    year: chance.between(2004, REGISTER_BEGINS - 1),
    sequence: NUMBERS_PER_BOOK * REGISTERS[district].indexOf(register) + Number(wordNo.slice(-6)),
  });
