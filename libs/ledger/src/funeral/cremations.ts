import { addDays } from '@minhai/domain';
import { at } from '../chance/calendar.js';
import { type Chapter, entry, join, type TrapNote } from '../posting/chapter.js';
import { type Draft, registrationAfter } from '../posting/cloud-event.js';
import { burialsOf, deceasedOf, numberOf } from './burials.chapter.js';
import { ZONES } from './zones.js';

const DISTRICT = '310118';
const DAYS_TO_BURIAL = 45;

/** The deceased of the burials in one zone; the other cremations are on no record here. */
const DECEASED = burialsOf(ZONES.find(({ zone }) => zone === 'B03')!).map((burial) => ({
  deceasedRef: deceasedOf(numberOf(burial)),
  crematedOn: addDays(burial.day, -DAYS_TO_BURIAL),
}));

export const CREMATED_DECEASED = DECEASED.length;

const SECOND: TrapNote = {
  name: 'second-cremation',
  expectation: 'one deceased person under two cremation numbers: one cremation, and a finding',
};
const VOIDED: TrapNote = {
  name: 'cremation-voided',
  expectation: 'of the wrong person, voided the next day: no cremation',
  mishap: { kind: 'voided', voidedOn: '2020-10-13', because: 'ERROR' },
};

function draft(number: number, { deceasedRef, crematedOn }: (typeof DECEASED)[number]): Draft {
  const cremationNo = `HH${DISTRICT}-2020-${String(number).padStart(4, '0')}`;
  const time = at(crematedOn, 10);
  return {
    district: DISTRICT,
    type: 'funeral.death.cremated',
    system: 'funeral',
    subject: cremationNo,
    mark: 'cremated',
    time,
    recorded: registrationAfter(time, cremationNo),
    data: { cremationNo, deceasedRef, diedOn: addDays(crematedOn, -3), facilityId: `BYG${DISTRICT}-01` },
  };
}

/** Cremations in 青浦 before the burials of one zone. */
export function cremationsChapter(district: string): Chapter {
  if (district !== DISTRICT) return join([]);
  const [first] = DECEASED as [(typeof DECEASED)[number]];
  return join([
    ...DECEASED.map((deceased, i) => entry(draft(i + 1, deceased))),
    entry(draft(901, { ...first, crematedOn: addDays(first.crematedOn, 1) }), SECOND),
    entry(draft(902, { deceasedRef: deceasedOf('wrong'), crematedOn: '2020-10-12' }), VOIDED),
  ]);
}
