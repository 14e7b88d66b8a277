import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { countedOnce } from '../counted-once.js';
import { finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { stock } from '../measure.js';
import { people } from '../protected-measure.js';
import { contains, intersect, turnsOf } from '../span.js';
import { CERTIFIED, type Certificate, EXPIRED, certificatesOf } from './certificate.js';
import { type Employment, LEFT, REGISTERED, employmentsOf } from './employment.js';

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { employments, findings } = employmentsOf(history);
  const { certificates, findings: certificateFindings } = certificatesOf(history);
  const inDistricts = groupBy(employments, ({ place }) => place.district).values();
  return {
    rows: [...inDistricts].flatMap(countedOnce).flatMap((employment) => rowsOf(employment, certificates)),
    findings: [...findings, ...certificateFindings, ...unused(certificates, employments)],
  };
}

/** One row per stretch of days on which the same certificate, or none, is the highest in force. */
function rowsOf(employment: Employment, certificates: readonly Certificate[]): FactRow[] {
  const held = certificates.flatMap((certificate) => {
    const span = intersect(certificate, employment);
    return span ? [{ ...certificate, ...span }] : [];
  });
  const turns = turnsOf([employment, ...held]).filter((day) => contains(employment, day));
  return turns.flatMap((from, i) => {
    const highest = highestOn(from, held);
    if (i > 0 && highest === highestOn(turns[i - 1]!, held)) return [];
    const until = turns.slice(i + 1).find((day) => highestOn(day, held) !== highest) ?? employment.until;
    return [carerRow(employment, highest, from, until)];
  });
}

/** LEVEL_1 is the highest; of two of a level the one issued first. */
const highestOn = (day: string, held: readonly Certificate[]): Certificate | undefined =>
  held
    .filter((certificate) => contains(certificate, day))
    .reduce<Certificate | undefined>(
      (best, certificate) => (!best || certificate.level < best.level ? certificate : best),
      undefined,
    );

const carerRow = (
  { place, causes }: Employment,
  certificate: Certificate | undefined,
  validFrom: string,
  validUntil: string | null,
): FactRow => ({
  measure: 'eldercare.carers',
  ...place,
  dims: { level: certificate?.level ?? 'NONE' },
  amount: 1,
  validFrom,
  validUntil,
  causes: certificate ? [...causes, ...certificate.causes] : causes,
});

/** A carer must be active to count: a certificate of nobody at work is no error, but somebody may miss it. */
const unused = (certificates: readonly Certificate[], employments: readonly Employment[]): Finding[] =>
  certificates
    .filter((certificate) => !employments.some((employment) => intersect(certificate, employment)))
    .map(({ certified }) =>
      employments.length === 0
        ? finding(
            'MISSING_PREDECESSOR',
            [certified],
            { case: 'certified before registered', day: certified.day },
            'info',
          )
        : finding('STATE', [certified], { case: 'certified while not employed', day: certified.day }, 'info'),
    );

/** Employments and certificates of one person meet here, whatever numbers the person has as a carer. */
const ofPerson = (event: FactEvent<{ personRef: string }>): string[] => [event.data.personRef];

/** Active carers: in each district a person counts once, at the highest certificate in force. */
export const fact: FactDefinition = {
  name: 'eldercare.carers',
  titles: { zh: '在职养老护理员', en: 'Active elder-care workers' },
  measures: [
    people(
      stock(
        'eldercare.carers',
        '人',
        '在职养老护理员（按最高技能等级）',
        'Active carers by their highest certificate',
      ),
    ),
  ],
  reads: { [REGISTERED]: ofPerson, [LEFT]: ofPerson, [CERTIFIED]: ofPerson, [EXPIRED]: ofPerson },
  fold,
};
