import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { overlapsOf } from '../counted-once.js';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { flow, stock } from '../measure.js';
import { placeOfOffice } from '../place.js';
import { protectedPeople } from '../protected-measure.js';
import { flowRow, stretchRow } from '../row.js';
import { type Tenure, tenuresOf } from '../tenure.js';

export const REGISTERED = 'cn.gov.mca.adoption.registered';
export const DISSOLVED = 'cn.gov.mca.adoption.dissolved';

type AdoptionEvent = EventOf<typeof REGISTERED> | EventOf<typeof DISSOLVED>;

const isRegistered = ofType(REGISTERED);
const isDissolved = ofType(DISSOLVED);

const certificatesOf = (history: readonly FactEvent<any>[]) =>
  tenuresOf(history, {
    isBegin: isRegistered,
    isEnd: isDissolved,
    keyOf: ({ data }: AdoptionEvent) => data.certNo,
    begun: 'adoption registered',
    ended: 'adoption dissolved',
  });

function foldCertificate(history: readonly FactEvent<any>[]): FoldResult {
  const { tenures, findings } = certificatesOf(history);
  const registered = history.find(isRegistered);
  const dissolved = history.filter(isDissolved).find(({ time }) => registered && time >= registered.time);
  return {
    rows: [
      ...(registered ? [row('adoption.registered', registered, {})] : []),
      ...(registered && dissolved
        ? [row('adoption.dissolved', dissolved, { kind: dissolved.data.kind })]
        : []),
      ...tenures.map(standingRow),
    ],
    findings: [...findings, ...(registered && dissolved ? partyProblems(registered, dissolved) : [])],
  };
}

/** A child is not adopted again while an adoption stands. */
const foldChild = (history: readonly FactEvent<any>[]): FoldResult => ({
  rows: [],
  findings: overlapsOf(certificatesOf(history).tenures).map(([earlier, later]) =>
    finding('DUPLICATE_PERSON', [earlier, later], { case: 'adopted while adopted', day: later.day }),
  ),
});

function partyProblems(registered: AdoptionEvent, dissolved: AdoptionEvent): Finding[] {
  const partiesOf = ({ data }: AdoptionEvent): string =>
    [data.adoptee, ...data.adopters.toSorted()].join(' ');
  return partiesOf(registered) === partiesOf(dissolved)
    ? []
    : [finding('STATE', [registered, dissolved], { case: 'dissolved by other parties', day: dissolved.day })];
}

const row = (measure: string, event: AdoptionEvent, dims: FactRow['dims']): FactRow => ({
  ...flowRow(event, measure, dims),
  ...placeOfOffice(event.data.officeRegion),
});

const standingRow = (adoption: Tenure<AdoptionEvent>): FactRow =>
  stretchRow(adoption, placeOfOffice(adoption.begin.data.officeRegion), {
    measure: 'adoption.standing',
    dims: {},
  });

const keysOf = ({ data }: AdoptionEvent): string[] => [`certificate:${data.certNo}`, `child:${data.adoptee}`];

/** Adoptions. Whoever is adopted is a minor as a rule: small figures are always withheld. */
export const fact: FactDefinition = {
  name: 'adoption.registrations',
  version: 2,
  titles: { zh: '收养登记', en: 'Adoptions' },
  measures: [
    flow('adoption.registered', '件', '收养登记', 'Adoptions registered'),
    flow('adoption.dissolved', '件', '解除收养关系登记', 'Adoptions dissolved'),
    stock('adoption.standing', '件', '有效收养关系', 'Adoptions that stand'),
  ].map(protectedPeople),
  reads: { [REGISTERED]: keysOf, [DISSOLVED]: keysOf },
  fold: (history, entity) => (entity.startsWith('child:') ? foldChild(history) : foldCertificate(history)),
};
