import { UNKNOWN_STREET } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { stock } from '../measure.js';
import { flowRow } from '../row.js';

export const RECEIVED = 'cn.gov.mca.charity.donation.received';
export const SPENT = 'cn.gov.mca.charity.expenditure.made';

type Movement = EventOf<typeof RECEIVED | typeof SPENT>;

const isReceived = ofType(RECEIVED);

const amountOf = (movement: Movement): number =>
  (isReceived(movement) ? 1 : -1) * (movement.data.cashFen + movement.data.inKindFen);

/** What donors restricted to one project may be spent on it and not be overspent. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const rows: FactRow[] = [];
  const findings: Finding[] = [];
  let balance = 0;
  for (const movement of history as readonly Movement[]) {
    const amount = amountOf(movement);
    balance += amount;
    if (amount !== 0) rows.push(rowOf(movement, amount));
    if (amount < 0 && balance < 0)
      findings.push(
        finding('NEGATIVE_STOCK', [movement], {
          case: 'spent more than received',
          day: movement.day,
          missingFen: -balance,
        }),
      );
  }
  return { rows, findings };
}

/** A project belongs to the district: what comes in through a 街镇 may be spent anywhere. */
const rowOf = (movement: Movement, amount: number): FactRow => ({
  ...flowRow(movement, 'charity.restricted-fen', {}, amount),
  street: UNKNOWN_STREET,
});

const ofProject = ({ data }: Movement): string[] =>
  data.restrictedProject === null || data.restrictedProject === undefined ? [] : [data.restrictedProject];

/** Restricted donations by project: received less spent. */
export const fact: FactDefinition = {
  name: 'charity.projects',
  version: 2,
  titles: { zh: '定向捐赠项目', en: 'Restricted charity projects' },
  measures: [
    stock('charity.restricted-fen', '分', '定向捐赠结余', 'Restricted donations not yet spent, in fen'),
  ],
  reads: { [RECEIVED]: ofProject, [SPENT]: ofProject },
  fold,
};
