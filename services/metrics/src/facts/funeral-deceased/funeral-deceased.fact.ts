import type { FactDefinition, FactEvent, Finding, FoldResult } from '@minhai/facts';
import { ofType } from '../event-kind.js';
import { finding } from '../finding.js';

export const CREMATED = 'cn.gov.mca.funeral.death.cremated';
export const BURIED = 'cn.gov.mca.funeral.burial.completed';

const isCremated = ofType(CREMATED);
const isBurial = ofType(BURIED);

/** What cannot be true of one deceased person. It yields no figures. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const cremations = history.filter(isCremated);
  const burials = history.filter(isBurial);
  return {
    rows: [],
    findings: [
      ...repeated(cremations, 'cremated twice'),
      ...repeated(burials, 'buried twice'),
      ...burials.flatMap((burial) => {
        const [cremation] = cremations;
        return cremation && burial.time < cremation.time
          ? [finding('STATE', [cremation, burial], { case: 'buried before cremated', day: burial.day })]
          : [];
      }),
    ],
  };
}

const repeated = ([first, ...further]: readonly FactEvent<any>[], problem: string): Finding[] =>
  further.map((event) => finding('DUPLICATE_PERSON', [first!, event], { case: problem, day: event.day }));

const ofDeceased = ({ data }: FactEvent<{ deceasedRef: string }>): string[] => [data.deceasedRef];

export const fact: FactDefinition = {
  name: 'funeral.deceased',
  titles: { zh: '逝者火化与安葬', en: 'Cremation and burial of a deceased person' },
  measures: [],
  reads: { [CREMATED]: ofDeceased, [BURIED]: ofDeceased },
  fold,
};
