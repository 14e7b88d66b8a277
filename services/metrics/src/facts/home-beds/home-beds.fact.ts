import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { countedOnce, overlapsOf } from '../counted-once.js';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { stock } from '../measure.js';
import { people } from '../protected-measure.js';
import { tenureRow } from '../row.js';
import { type Tenure, byBegin, tenuresOf } from '../tenure.js';

const ESTABLISHED = 'cn.gov.mca.eldercare.homebed.established';
const CLOSED = 'cn.gov.mca.eldercare.homebed.closed';

type Established = EventOf<typeof ESTABLISHED>;
type HomeBedEvent = Established | EventOf<typeof CLOSED>;

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { tenures, findings } = tenuresOf(history, {
    isBegin: ofType(ESTABLISHED),
    isEnd: ofType(CLOSED),
    keyOf: ({ data }: HomeBedEvent) => data.homeBedId,
    begun: 'established',
    ended: 'closed',
  });
  const inDistricts = groupBy(tenures.toSorted(byBegin), ({ begin }) => begin.regionId).values();
  return {
    rows: [...inDistricts].flatMap(countedOnce).map(homeBedRow),
    findings: [...findings, ...atOnce(tenures)],
  };
}

const homeBedRow = (bed: Tenure<Established>): FactRow =>
  tenureRow(bed, 'eldercare.home-beds', { level: bed.begin.data.assessedLevel });

/** One open bed per person; of two the one established first counts. */
const atOnce = (tenures: readonly Tenure[]): Finding[] =>
  overlapsOf(tenures).map(([earlier, later]) =>
    finding('STATE', [earlier, later], { case: 'two home beds at a time', day: later.day }),
  );

const ofPerson = (event: FactEvent<{ personRef: string }>): string[] => [event.data.personRef];

/** Beds at home under contract, by person. They are in no total of beds. */
export const fact: FactDefinition = {
  name: 'eldercare.home-beds',
  version: 2,
  titles: { zh: '家庭照护床位', en: 'Care beds at home' },
  measures: [
    people(
      stock('eldercare.home-beds', '张', '家庭照护床位（按照护等级）', 'Care beds at home, by care level'),
    ),
  ],
  reads: { [ESTABLISHED]: ofPerson, [CLOSED]: ofPerson },
  fold,
};
