import type { FundSourceLevel } from '@minhai/schemas';
import { at } from '../chance/calendar.js';
import { type Chapter, chapterOf, entry, join, type TrapNote } from '../posting/chapter.js';
import { type Draft, registrationAfter } from '../posting/cloud-event.js';
import type { DistrictCode } from '../reference/districts.js';
import type { File } from './files.js';
import { OVERSPENT_FEN } from './sagas.js';

const OVERSPENT: TrapNote = {
  name: 'fund-beyond-the-budget',
  expectation: 'what the reviews of 2020 release is 1 yuan more than both budgets: a finding with the amount',
};

/** What the reviews release; what comes back is paid again, but for one line that was paid again without a return. */
const releasedFen = (files: readonly File[]): number =>
  files.reduce((sum, { saga, totalFen, lines }) => {
    const again = saga.breach === 'REISSUED_WITHOUT_RETURN' ? lines[0]!.amountFen : 0;
    return sum + (saga.breach === 'SENT_BACK' ? 0 : totalFen) + again;
  }, 0);

function budgetDraft(district: DistrictCode, sourceLevel: FundSourceLevel, amountFen: number): Draft {
  const time = at(sourceLevel === 'DISTRICT' ? '2020-01-13' : '2020-05-18', 10);
  const subject = `${district}:DIBAO:2020`;
  return {
    district,
    type: 'fund.budget.allocated',
    system: 'fund',
    subject,
    mark: sourceLevel,
    time,
    recorded: registrationAfter(time, subject + sourceLevel),
    data: { region: district, item: 'DIBAO', year: 2020, sourceLevel, source: 'FISCAL', amountFen },
  };
}

/** Half from the district in January, the rest from the city in May, and a yuan too little. */
export function budgetEntries(district: DistrictCode, files: readonly File[]): Chapter {
  const allocated = releasedFen(files) - OVERSPENT_FEN;
  const own = Math.floor(allocated / 2);
  return join([
    chapterOf([budgetDraft(district, 'DISTRICT', own)]),
    entry(budgetDraft(district, 'MUNICIPAL', allocated - own), OVERSPENT),
  ]);
}
