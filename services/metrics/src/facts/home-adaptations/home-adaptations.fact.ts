import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { flow } from '../measure.js';
import { placeOf } from '../place.js';
import { people } from '../protected-measure.js';

const ADAPTED = 'cn.gov.mca.eldercare.adaptation.completed';

type Adapted = EventOf<typeof ADAPTED>;

const isAdapted = ofType(ADAPTED);

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const adaptations = history.filter(isAdapted);
  return { rows: adaptations.flatMap(adaptationRows), findings: adaptedAgain(adaptations) };
}

function adaptationRows(event: Adapted): FactRow[] {
  const { govFen, enterpriseFen, familyFen } = event.data;
  const shares = { GOVERNMENT: govFen, ENTERPRISE: enterpriseFen, FAMILY: familyFen };
  const row = { ...placeOf(event), validFrom: event.day, validUntil: null, causes: [event.id] };
  return [
    { ...row, measure: 'eldercare.adaptations', dims: {}, amount: 1 },
    ...Object.entries(shares)
      .filter(([, fen]) => fen > 0)
      .map(([payer, fen]) => ({
        ...row,
        measure: 'eldercare.adaptation-costs',
        dims: { payer },
        amount: fen,
      })),
  ];
}

/** A home may be adapted in several steps; that it is subsidised more than once is worth a look. */
const adaptedAgain = ([first, ...further]: readonly Adapted[]): Finding[] =>
  further.map((event) =>
    finding('LIMIT', [first!, event], { case: 'home adapted again', day: event.day }, 'info'),
  );

/** Homes adapted for the elderly, and who paid: the government, the enterprise, the family. Costs are fen. */
export const fact: FactDefinition = {
  name: 'eldercare.home-adaptations',
  titles: { zh: '居家环境适老化改造', en: 'Homes adapted for the elderly' },
  measures: [
    people(flow('eldercare.adaptations', '户', '完成适老化改造', 'Homes adapted')),
    {
      ...flow('eldercare.adaptation-costs', '万元', '适老化改造费用（按出资方）', 'Costs, by who pays'),
      // 1 fen is 10^-6 万元.
      scale: 6,
    },
  ],
  reads: { [ADAPTED]: ({ data }: Adapted) => [data.householdRef] },
  fold,
};
