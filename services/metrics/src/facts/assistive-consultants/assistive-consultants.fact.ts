import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { outOfState } from '../finding.js';
import { firstOfEach } from '../first-of-each.js';
import { stock } from '../measure.js';
import { people } from '../protected-measure.js';
import { flowRow } from '../row.js';

export const CERTIFIED = 'cn.gov.mca.assistive.consultant.certified';

type Certified = EventOf<typeof CERTIFIED>;

/** A person is trained once, however many certificates follow; nothing in the catalogue takes one back. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const certificates = history as readonly Certified[];
  const [first] = certificates;
  if (!first) return { rows: [], findings: [] };
  return {
    rows: [flowRow(first, 'assistive.consultants', {})],
    findings: firstOfEach(certificates, ({ data }) => data.certNo).again.map((event) =>
      outOfState(event, 'certificate recorded twice'),
    ),
  };
}

/** Persons ever certified as consultants of assistive technology. */
export const fact: FactDefinition = {
  name: 'assistive.consultants',
  titles: { zh: '康复辅助技术咨询师', en: 'Consultants of assistive technology' },
  measures: [
    people(stock('assistive.consultants', '名', '累计持证咨询师', 'Persons ever certified as consultants')),
  ],
  reads: { [CERTIFIED]: ({ data }: Certified) => [data.personRef] },
  fold,
};
