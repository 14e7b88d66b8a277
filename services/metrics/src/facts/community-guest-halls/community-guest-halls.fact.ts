import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { isReportedLate, lateReport } from '../finding.js';
import { stock } from '../measure.js';
import { placeOfVillage } from '../place.js';
import { stretchRow } from '../row.js';
import { type Tenure, tenuresOf } from '../tenure.js';

export const OPENED = 'cn.gov.mca.community.guesthall.opened';
export const CLOSED = 'cn.gov.mca.community.guesthall.closed';

type Opened = EventOf<typeof OPENED>;

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { tenures, findings } = tenuresOf(history, {
    isBegin: ofType(OPENED),
    isEnd: ofType(CLOSED),
    begun: 'opened',
    ended: 'closed',
    begunTwice: 'opened while open',
    endedTwice: 'closed while closed',
  });
  return {
    rows: tenures.map(rowOf),
    findings: [...findings, ...history.filter(isReportedLate).map(lateReport)],
  };
}

function rowOf(hall: Tenure<Opened>): FactRow {
  const { kind, demonstration } = hall.begin.data;
  return stretchRow(hall, placeOfVillage(hall.begin), {
    measure: 'community.guest-halls',
    dims: { kind, demonstration: String(demonstration) },
  });
}

const ofHall = (event: FactEvent<{ hallId: string }>): string[] => [event.data.hallId];

/** 睦邻客堂间 in use; whether a hall is a demonstration hall is told when it opens. */
export const fact: FactDefinition = {
  name: 'community.guest-halls',
  titles: { zh: '睦邻客堂间', en: 'Neighbourhood guest halls' },
  measures: [stock('community.guest-halls', '家', '睦邻客堂间', 'Guest halls in use')],
  reads: { [OPENED]: ofHall, [CLOSED]: ofHall },
  fold,
};
