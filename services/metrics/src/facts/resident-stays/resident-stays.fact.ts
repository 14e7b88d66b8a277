import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { countedOnce, overlapsOf } from '../counted-once.js';
import { finding } from '../finding.js';
import { firstOfEach } from '../first-of-each.js';
import { groupBy } from '../group-by.js';
import { stock } from '../measure.js';
import { people } from '../protected-measure.js';
import { tenureRow } from '../row.js';
import { ADMITTED, DISCHARGED, type Stay, isDischarged, staysOf } from './stay.js';

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { stays, findings } = staysOf(history);
  const inDistricts = groupBy(stays, ({ begin }) => begin.regionId).values();
  return {
    rows: [...inDistricts].flatMap(countedOnce).map(residentRow),
    findings: [...findings, ...elsewhere(history, stays), ...atOnce(stays), ...numbersUsedAgain(stays)],
  };
}

const residentRow = (stay: Stay): FactRow =>
  tenureRow(stay, 'eldercare.residents', { careLevel: stay.begin.data.careLevel });

/** One open stay per person: who moves is discharged first. */
const atOnce = (stays: readonly Stay[]): Finding[] =>
  overlapsOf(stays).map(([earlier, later]) =>
    finding('STATE', [earlier, later], { case: 'two stays at a time', day: later.day }),
  );

const numbersUsedAgain = (stays: readonly Stay[]): Finding[] =>
  firstOfEach(stays, ({ key }) => key).again.map(({ begin, from }) =>
    finding('STATE', [begin], { case: 'stay number used again', day: from }),
  );

/** A discharge must name the institution and the type of bed of the admission. */
const elsewhere = (history: readonly FactEvent<any>[], stays: readonly Stay[]): Finding[] =>
  history.filter(isDischarged).flatMap((event) => {
    const stay = stays.find(({ causes }) => causes.includes(event.id));
    if (!stay) return [];
    const { institutionId, bedType } = stay.begin.data;
    const named =
      institutionId !== event.data.institutionId
        ? 'discharged from another institution'
        : bedType !== event.data.bedType
          ? 'discharged from another type of bed'
          : undefined;
    return named ? [finding('STATE', [stay.begin, event], { case: named, day: event.day })] : [];
  });

const ofPerson = (event: FactEvent<{ personRef: string }>): string[] => [event.data.personRef];

/** Residents of institutions, each person once in a district. Which beds they take is told by the institution. */
export const fact: FactDefinition = {
  name: 'eldercare.resident-stays',
  titles: { zh: '机构入住老年人', en: 'Residents of institutions' },
  measures: [
    people(
      stock('eldercare.residents', '人', '入住老年人（按照护等级）', 'Residents, by care level at admission'),
    ),
  ],
  reads: { [ADMITTED]: ofPerson, [DISCHARGED]: ofPerson },
  fold,
};
