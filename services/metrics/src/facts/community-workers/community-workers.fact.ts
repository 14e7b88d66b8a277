import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import { isReportedLate, lateReport } from '../finding.js';
import { stock } from '../measure.js';
import { placeOfVillage } from '../place.js';
import { countedInTurn } from '../counted-once.js';
import { people } from '../protected-measure.js';
import { stretchRow } from '../row.js';
import { type Certificate, certificateFindings, certificateOf } from './certificate.js';
import { CERTIFIED, type Employment, HIRED, LEFT, employmentsOf, isCertified } from './employment.js';

/** One row for the days without certificate, one for those with it. */
function rowsOf(employment: Employment, certificate: Certificate | undefined): FactRow[] {
  const { from, until } = employment;
  if (!certificate || (until !== null && until <= certificate.since)) return [rowOf(employment, false)];
  const causes = [...employment.causes, certificate.provenBy];
  const certified = [...new Set(causes)];
  if (certificate.since <= from) return [rowOf({ ...employment, causes: certified }, true)];
  return [
    rowOf(
      { ...employment, until: certificate.since, causes: [employment.begin.id, certificate.provenBy] },
      false,
    ),
    rowOf({ ...employment, from: certificate.since, causes: certified }, true),
  ];
}

const rowOf = (employment: Employment, certified: boolean): FactRow =>
  stretchRow(employment, placeOfVillage(employment.begin), {
    measure: 'community.workers',
    dims: { certified: String(certified) },
  });

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { employments, findings } = employmentsOf(history);
  const certificate = certificateOf(history);
  const late = history.filter((event) => !isCertified(event) && isReportedLate(event));
  return {
    rows: countedInTurn(employments).flatMap((employment) => rowsOf(employment, certificate)),
    findings: [...findings, ...certificateFindings(history), ...late.map(lateReport)],
  };
}

const ofPerson = (event: FactEvent<{ personRef: string }>): string[] => [event.data.personRef];

/** Community workers in post: a person once, however many posts, numbers or certificates. */
export const fact: FactDefinition = {
  name: 'community.workers',
  titles: { zh: '社区工作者', en: 'Community workers' },
  measures: [
    people(
      stock(
        'community.workers',
        '人',
        '在岗社区工作者',
        'Community workers in post, with or without a certificate',
      ),
    ),
  ],
  reads: { [HIRED]: ofPerson, [CERTIFIED]: ofPerson, [LEFT]: ofPerson },
  fold,
};
