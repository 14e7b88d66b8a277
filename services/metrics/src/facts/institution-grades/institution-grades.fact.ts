import { addDays } from '@minhai/domain';
import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import { phasesOf } from '../bed-capacity/institution-phases.js';
import { type EventOf, ofType } from '../event-kind.js';
import { ofInstitution, outsideOpening, readsOfLife, rowsWhileOpen } from '../institution-life.js';
import { stock } from '../measure.js';
import { newestInForce } from '../newest-in-force.js';

const RATED = 'cn.gov.mca.eldercare.institution.rated';

type Rated = EventOf<typeof RATED>;

const isRated = ofType(RATED);

const spanOf = ({ data }: Rated) => ({ from: data.validFrom, until: addDays(data.validTo, 1) });

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { phases } = phasesOf(history);
  const rated = history.filter(isRated);
  return {
    rows: newestInForce(rated, spanOf).flatMap((graded) =>
      rowsWhileOpen(graded, phases, {
        measure: 'eldercare.graded-institutions',
        dims: { grade: String(graded.decision.data.grade) },
      }),
    ),
    findings: rated.flatMap((event) => outsideOpening(event, event.day, phases, 'rated')),
  };
}

/** Grades of institutions (GB/T 37276): the newest valid one counts, while the institution is open. */
export const fact: FactDefinition = {
  name: 'eldercare.institution-grades',
  titles: { zh: '养老机构等级', en: 'Grades of institutions' },
  measures: [
    stock(
      'eldercare.graded-institutions',
      '家',
      '等级养老机构（按有效等级）',
      'Open institutions by the grade in force',
    ),
  ],
  reads: { ...readsOfLife, [RATED]: ofInstitution },
  fold,
};
