import type { BusinessDay } from '@minhai/domain';
import { at } from '../chance/calendar.js';
import { type Chapter, chapterOf, entry, join, type TrapNote } from '../posting/chapter.js';
import { type Draft, registrationAfter } from '../posting/cloud-event.js';
import type { DistrictCode } from '../reference/districts.js';
import { RUN_OUT_REGISTRAR } from './registers.js';

/** Who registers marriages every day. */
export const REGISTRARS = 6;

/** Active registrars at the end of 2020, and those of them whose certificate is in force. */
export const REGISTRARS_2020 = { active: REGISTRARS + 1, certified: REGISTRARS } as const;

export const registrarNoOf = (district: DistrictCode, number: number): string =>
  `DJ${district}-${String(number).padStart(2, '0')}`;

const RUN_OUT: TrapNote = {
  name: 'registrar-certificate-run-out',
  expectation: 'valid to 2020-04-30, neither renewed nor left: active, and not certified',
};
const RENEWED: TrapNote = {
  name: 'registrar-certified-again',
  expectation: 'a second certificate before the first ran out: one registrar',
};
const LEFT: TrapNote = {
  name: 'registrar-left',
  expectation: 'left in September 2020 with a certificate in force: neither active nor certified',
};

interface Turn {
  readonly district: DistrictCode;
  readonly number: number;
  readonly on: BusinessDay;
}

function certified({ district, number, on }: Turn, validTo: BusinessDay): Draft {
  const registrarNo = registrarNoOf(district, number);
  return {
    ...registrarDraft({ district, number, on }),
    type: 'marriage.registrar.certified',
    data: { registrarNo, officeRegion: district, certNo: `ZS${registrarNo}-${on.slice(0, 4)}`, validTo },
  };
}

const left = (turn: Turn): Draft => ({
  ...registrarDraft(turn),
  type: 'marriage.registrar.left',
  data: { registrarNo: registrarNoOf(turn.district, turn.number), officeRegion: turn.district },
});

function registrarDraft({ district, number, on }: Turn) {
  const subject = registrarNoOf(district, number);
  const time = at(on, 9);
  return {
    district,
    system: 'marriage',
    subject,
    mark: on,
    time,
    recorded: registrationAfter(time, subject),
  };
}

/** The registrars of an office; no plan says how many there are. */
export function registrarsChapter(district: DistrictCode): Chapter {
  const turn = (number: number, on: BusinessDay): Turn => ({ district, number, on });
  const former = REGISTRARS + 2;
  return join([
    chapterOf(
      Array.from({ length: REGISTRARS }, (_, i) => certified(turn(i + 1, '2018-01-08'), '2022-12-31')),
    ),
    entry(certified(turn(1, '2020-11-02'), '2025-12-31'), RENEWED),
    entry(certified(turn(RUN_OUT_REGISTRAR, '2018-07-02'), '2020-04-30'), RUN_OUT),
    chapterOf([certified(turn(former, '2018-01-08'), '2022-12-31')]),
    entry(left(turn(former, '2020-09-15')), LEFT),
  ]);
}
