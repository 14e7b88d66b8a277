import { addDays, addMonths } from '@minhai/domain';
import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import { phasesOf } from '../bed-capacity/institution-phases.js';
import { type EventOf, ofType } from '../event-kind.js';
import { ofInstitution, outsideOpening, readsOfLife, rowsWhileOpen } from '../institution-life.js';
import { stock } from '../measure.js';
import { tenuresOf } from '../tenure.js';

const LISTED = 'cn.gov.mca.eldercare.credit.listed';
const DELISTED = 'cn.gov.mca.eldercare.credit.delisted';

type CreditEvent = EventOf<typeof LISTED | typeof DELISTED>;

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { phases } = phasesOf(history);
  const { tenures, findings } = tenuresOf(history, {
    isBegin: ofType(LISTED),
    isEnd: ofType(DELISTED),
    keyOf: ({ data }: CreditEvent) => data.list,
    lastDayOf: ({ day, data }) => addDays(addMonths(day, data.termMonths), -1),
    begun: 'listed',
    ended: 'delisted',
  });
  return {
    rows: tenures.flatMap((tenure) =>
      rowsWhileOpen(tenure, phases, {
        measure: 'eldercare.credit-listed-institutions',
        dims: { list: tenure.key },
      }),
    ),
    findings: [
      ...findings,
      ...tenures.flatMap(({ begin, from }) => outsideOpening(begin, from, phases, 'listed')),
    ],
  };
}

/** Credit lists: an institution stands on one until its term ends or it is taken off. */
export const fact: FactDefinition = {
  name: 'eldercare.institution-credit',
  titles: { zh: '养老机构信用名单', en: 'Credit lists of institutions' },
  measures: [
    stock(
      'eldercare.credit-listed-institutions',
      '家',
      '列入信用名单的养老机构',
      'Open institutions on a credit list, by list',
    ),
  ],
  reads: { ...readsOfLife, [LISTED]: ofInstitution, [DELISTED]: ofInstitution },
  fold,
};
