import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { outOfState } from '../finding.js';
import { firstOfEach } from '../first-of-each.js';
import { stock } from '../measure.js';
import { people } from '../protected-measure.js';
import { flowRow } from '../row.js';

const CERTIFIED = 'cn.gov.mca.community.socialworker.certified';

type Certified = EventOf<typeof CERTIFIED>;

/** One person counts once, and as a holder of a professional certificate from the day of the first of these. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const certificates = history as readonly Certified[];
  const first = certificates[0];
  const professional = certificates.find(({ data }) => !data.relatedCertificate);
  const findings = firstOfEach(certificates, ({ data }) => data.certNo).again.map(recordedTwice);
  if (!first) return { rows: [], findings };
  if (professional?.day === first.day) return { rows: [rowOf(professional, 'PROFESSIONAL')], findings };
  const related = rowOf(first, 'RELATED');
  if (!professional) return { rows: [related], findings };
  return {
    rows: [
      { ...related, validUntil: professional.day, causes: [first.id, professional.id] },
      rowOf(professional, 'PROFESSIONAL'),
    ],
    findings,
  };
}

const rowOf = (event: Certified, certificate: 'PROFESSIONAL' | 'RELATED'): FactRow =>
  flowRow(event, 'community.certified-social-workers', { certificate });

const recordedTwice = (event: Certified): Finding => outOfState(event, 'certificate recorded twice');

/** Persons certified as social workers; nothing in the catalogue ends a certificate. */
export const fact: FactDefinition = {
  name: 'community.social-workers',
  titles: { zh: '持证社会工作者', en: 'Certified social workers' },
  measures: [
    people(
      stock(
        'community.certified-social-workers',
        '人',
        '持证社会工作者',
        'Persons holding a professional or related certificate',
      ),
    ),
  ],
  reads: { [CERTIFIED]: ({ data }: Certified) => [data.personRef] },
  fold,
};
