import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import { coverageOf, readsOfStreet } from '../covered-days.js';
import { type EventOf, ofType } from '../event-kind.js';
import { groupBy } from '../group-by.js';
import { stock } from '../measure.js';
import { tenuresOf } from '../tenure.js';

export const DESIGNATED = 'cn.gov.mca.eldercare.street.designated';

type Designation = EventOf<typeof DESIGNATED>;

function fold(history: readonly FactEvent<any>[], street: string): FoldResult {
  const { tenures, findings } = tenuresOf(history, {
    isBegin: ofType(DESIGNATED),
    isEnd: () => false,
    keyOf: ({ data }: Designation) => data.kind,
    begun: 'designated',
    ended: 'ended',
  });
  const coverages = [...groupBy(tenures, ({ key }) => key)].map(([kind, by]) =>
    coverageOf(history, street, { measure: 'eldercare.designated-streets', dims: { kind }, by }),
  );
  return {
    rows: coverages.flatMap(({ rows }) => rows),
    findings: [...findings, ...coverages.flatMap(({ findings }) => findings)],
  };
}

/** Titles of a 街镇, each from the day it was given; no event takes one back, only a void. */
export const fact: FactDefinition = {
  name: 'eldercare.street-designations',
  titles: { zh: '街镇称号', en: 'Titles given to 街镇' },
  measures: [stock('eldercare.designated-streets', '个', '获评街镇', '街镇 with a title, by title')],
  reads: { [DESIGNATED]: ({ data }: Designation) => [data.street], ...readsOfStreet },
  fold,
};
