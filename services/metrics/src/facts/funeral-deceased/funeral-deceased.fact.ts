import { monthOf } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { flow } from '../measure.js';
import { once } from '../once.js';
import { people } from '../protected-measure.js';
import { flowRow } from '../row.js';
import { BENEFITS, type Benefit, isBenefit } from './benefits.js';

export const CREMATED = 'cn.gov.mca.funeral.death.cremated';
export const BURIED = 'cn.gov.mca.funeral.burial.completed';

type Cremation = EventOf<typeof CREMATED>;

const isCremated = ofType(CREMATED);

const isNumber = (entity: string): boolean => entity.startsWith('cremation:');

/** A deceased person is cremated once and buried once after it, and receives nothing for the months that follow. */
function foldDeceased(history: readonly FactEvent<any>[]): FoldResult {
  const { first: cremation, findings } = once(
    history.filter(isCremated),
    'cremated twice',
    'DUPLICATE_PERSON',
  );
  const burials = history.filter(ofType(BURIED));
  return {
    rows: cremation ? [row(cremation)] : [],
    findings: [
      ...findings,
      ...once(burials, 'buried twice', 'DUPLICATE_PERSON').findings,
      ...(cremation ? burials.flatMap((burial) => beforeCremation(burial, cremation)) : []),
      ...(cremation ? history.filter(isBenefit).flatMap((benefit) => afterDeath(benefit, cremation)) : []),
    ],
  };
}

const beforeCremation = (burial: FactEvent<any>, cremation: Cremation): Finding[] =>
  burial.time < cremation.time
    ? [finding('STATE', [cremation, burial], { case: 'buried before cremated', day: burial.day })]
    : [];

/** The month of death is still paid. */
function afterDeath(benefit: Benefit, cremation: Cremation): Finding[] {
  const died = cremation.data.diedOn ?? cremation.day;
  const { month, words } = BENEFITS[benefit.type]!(benefit.data);
  return month > monthOf(died)
    ? [finding('STATE', [cremation, benefit], { case: `${words} after death`, month, died })]
    : [];
}

const row = (cremation: Cremation): FactRow => flowRow(cremation, 'funeral.cremations', {});

const ofDeceased = ({ data }: FactEvent<{ deceasedRef: string }>): string[] => [data.deceasedRef];
const ofRecipient = ({ data }: FactEvent<{ personRef: string }>): string[] => [data.personRef];

/** Cremations, one of each deceased person, and what cannot be true of the deceased. */
export const fact: FactDefinition = {
  name: 'funeral.deceased',
  version: 2,
  titles: { zh: '逝者火化与安葬', en: 'Cremation and burial of a deceased person' },
  measures: [people(flow('funeral.cremations', '具', '遗体火化', 'Cremations'))],
  reads: {
    [CREMATED]: ({ data }: Cremation) => [data.deceasedRef, `cremation:${data.cremationNo}`],
    [BURIED]: ofDeceased,
    ...Object.fromEntries(Object.keys(BENEFITS).map((type) => [type, ofRecipient])),
  },
  fold: (history, entity) =>
    isNumber(entity)
      ? { rows: [], findings: once(history, 'cremation number used twice').findings }
      : foldDeceased(history),
};
