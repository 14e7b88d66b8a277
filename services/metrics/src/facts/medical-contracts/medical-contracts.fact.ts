import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { type Phase, CHANGED, CLOSED, OPENED, phasesOf } from '../bed-capacity/institution-phases.js';
import { union } from '../covered-days.js';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { contains, intersect } from '../span.js';
import { type Tenure, tenuresOf } from '../tenure.js';

export const SIGNED = 'cn.gov.mca.eldercare.medical.contract.signed';
export const ENDED = 'cn.gov.mca.eldercare.medical.contract.ended';

type ContractEvent = EventOf<typeof SIGNED> | EventOf<typeof ENDED>;

const isSigned = ofType(SIGNED);
const isEnded = ofType(ENDED);

/** An institution counts once, where it stands and while it is open, however many contracts it has. */
function rowsOf(contracts: readonly Tenure[], phases: readonly Phase[]): FactRow[] {
  return union(contracts).flatMap((contracted) =>
    phases.flatMap((phase, i): FactRow[] => {
      const span = intersect(contracted, phase);
      if (!span || phase.status !== 'open' || !phase.place || !phase.profile) return [];
      const { scope, operationMode } = phase.profile;
      const turns = [phase.begunBy, phases[i + 1]?.begunBy].filter((id) => typeof id === 'string');
      return [
        {
          measure: 'eldercare.contracted-institutions',
          ...phase.place,
          dims: { scope, operationMode },
          amount: 1,
          validFrom: span.from,
          validUntil: span.until,
          causes: [...contracted.causes, ...turns],
        },
      ];
    }),
  );
}

function outsideOpening({ begin, from }: Tenure, phases: readonly Phase[]): Finding[] {
  const status = phases.find((phase) => contains(phase, from))?.status;
  if (status === 'open') return [];
  return status === 'closed'
    ? [finding('STATE', [begin], { case: 'signed while closed', day: from })]
    : [finding('MISSING_PREDECESSOR', [begin], { case: 'signed before opened', day: from })];
}

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const contractEvents = history.filter((event) => isSigned(event) || isEnded(event));
  const { phases } = phasesOf(history);
  const { tenures, findings } = tenuresOf(contractEvents, {
    keyOf: ({ data }: ContractEvent) => data.medicalUsci,
    isBegin: isSigned,
    lastDayOf: ({ data }: EventOf<typeof SIGNED>) => data.validTo,
    isRenewable: true,
    begun: 'signed',
    ended: 'ended',
  });
  return {
    rows: rowsOf(tenures, phases),
    findings: [...findings, ...tenures.flatMap((tenure) => outsideOpening(tenure, phases))],
  };
}

const ofInstitution = (event: FactEvent<{ institutionId: string }>): string[] => [event.data.institutionId];

/** Institutions with medical care arranged: by contract, within, or as one house with a medical institution. */
export const fact: FactDefinition = {
  name: 'eldercare.medical-contracts',
  titles: { zh: '医养结合签约', en: 'Medical care contracts of institutions' },
  measures: [
    {
      name: 'eldercare.contracted-institutions',
      kind: 'stock',
      unit: '家',
      scale: 0,
      titles: { zh: '已签约养老机构', en: 'Open institutions with a medical contract in force' },
    },
  ],
  reads: {
    [SIGNED]: ofInstitution,
    [ENDED]: ofInstitution,
    [OPENED]: ofInstitution,
    [CHANGED]: ofInstitution,
    [CLOSED]: ofInstitution,
  },
  fold,
};
