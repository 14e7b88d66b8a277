import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { outOfState } from '../finding.js';
import { firstOfEach } from '../first-of-each.js';
import { flow } from '../measure.js';
import { flowRow } from '../row.js';
import { outsideRegister } from '../socialorg-registration/after-deregistration.js';
import {
  DEREGISTERED,
  REGISTERED,
  membershipsOf,
  ofOrganisation,
} from '../socialorg-registration/membership.js';

export const IMPOSED = 'cn.gov.mca.socialorg.penalty.imposed';

type Penalty = EventOf<typeof IMPOSED>;

const isImposed = ofType(IMPOSED);

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { memberships } = membershipsOf(history);
  const { first: counted, again } = firstOfEach(history.filter(isImposed), ({ data }) => data.penaltyId);
  return {
    rows: counted.flatMap(rowsOf),
    findings: [
      ...again.map((penalty) => outOfState(penalty, 'penalty imposed twice')),
      ...counted.flatMap((penalty) => outsideRegister(penalty, memberships, 'penalty')),
    ],
  };
}

function rowsOf(penalty: Penalty): FactRow[] {
  const { kind, amountFen } = penalty.data;
  return [
    flowRow(penalty, 'socialorg.penalties', { kind }),
    flowRow(penalty, 'socialorg.penalty-fen', { kind }, amountFen ?? 0),
  ].filter(({ amount }) => amount > 0);
}

/** Penalties imposed on social organisations. */
export const fact: FactDefinition = {
  name: 'socialorg.penalties',
  titles: { zh: '社会组织行政处罚', en: 'Penalties of social organisations' },
  measures: [
    flow('socialorg.penalties', '件', '行政处罚', 'Penalties imposed, by kind'),
    flow('socialorg.penalty-fen', '分', '罚没金额', 'Fines and confiscations, in fen'),
  ],
  reads: { [REGISTERED]: ofOrganisation, [DEREGISTERED]: ofOrganisation, [IMPOSED]: ofOrganisation },
  fold,
};
