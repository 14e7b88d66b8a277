import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import { type Phase, phasesOf } from '../bed-capacity/institution-phases.js';
import { union } from '../covered-days.js';
import { type EventOf, ofType } from '../event-kind.js';
import { ofInstitution, outsideOpening, readsOfLife, whileOpen } from '../institution-life.js';
import { stock } from '../measure.js';
import { stretchRow } from '../row.js';
import { type Tenure, tenuresOf } from '../tenure.js';

export const SIGNED = 'cn.gov.mca.eldercare.medical.contract.signed';
export const ENDED = 'cn.gov.mca.eldercare.medical.contract.ended';

type ContractEvent = EventOf<typeof SIGNED | typeof ENDED>;

/** An institution counts once, where it stands and while it is open, however many contracts it has. */
const rowsOf = (contracts: readonly Tenure[], phases: readonly Phase[]): FactRow[] =>
  union(contracts)
    .flatMap((contracted) => whileOpen(contracted, phases))
    .map((open) => {
      const { scope, operationMode } = open.profile;
      return stretchRow(open, open.place, {
        measure: 'eldercare.contracted-institutions',
        dims: { scope, operationMode },
      });
    });

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { phases } = phasesOf(history);
  const { tenures, findings } = tenuresOf(history, {
    isBegin: ofType(SIGNED),
    isEnd: ofType(ENDED),
    keyOf: ({ data }: ContractEvent) => data.medicalUsci,
    lastDayOf: ({ data }) => data.validTo,
    isRenewable: true,
    begun: 'signed',
    ended: 'ended',
  });
  return {
    rows: rowsOf(tenures, phases),
    findings: [
      ...findings,
      ...tenures.flatMap(({ begin, from }) => outsideOpening(begin, from, phases, 'signed')),
    ],
  };
}

/** Institutions with medical care arranged: by contract, within, or as one house with a medical institution. */
export const fact: FactDefinition = {
  name: 'eldercare.medical-contracts',
  titles: { zh: '医养结合签约', en: 'Medical care contracts of institutions' },
  measures: [
    stock(
      'eldercare.contracted-institutions',
      '家',
      '已签约养老机构',
      'Open institutions with a medical contract in force',
    ),
  ],
  reads: {
    ...readsOfLife,
    [SIGNED]: ofInstitution,
    [ENDED]: ofInstitution,
  },
  fold,
};
