import { addDays } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { flow } from '../measure.js';
import { once } from '../once.js';
import { flowRow } from '../row.js';

export const SEALED = 'cn.gov.mca.exchange.audit.sealed';

type Seal = EventOf<typeof SEALED>;

/** The seals of one node: one a day, each holding the root of the day before. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const days = [...groupBy(history.filter(ofType(SEALED)), ({ data }) => data.day).values()].map((seals) =>
    once(seals, 'day sealed twice'),
  );
  const chain = days.map(({ first }) => first!).toSorted((a, b) => (a.data.day < b.data.day ? -1 : 1));
  return {
    rows: chain.filter(({ data }) => data.count > 0).map(row),
    findings: [
      ...days.flatMap(({ findings }) => findings),
      ...chain.flatMap((seal, i) => (i === 0 ? [] : linkProblems(chain[i - 1]!, seal))),
    ],
  };
}

/** A day left out is told once; whether the chain holds across it cannot be seen. */
function linkProblems(before: Seal, seal: Seal): Finding[] {
  if (addDays(before.data.day, 1) !== seal.data.day)
    return [
      finding('SEQ_GAP', [before, seal], {
        case: 'days not sealed',
        after: before.data.day,
        day: seal.data.day,
      }),
    ];
  return seal.data.previousRoot === before.data.merkleRoot
    ? []
    : [
        finding(
          'AFTER_MISMATCH',
          [before, seal],
          { case: 'root of the day before differs', day: seal.data.day },
          'error',
        ),
      ];
}

const row = (seal: Seal): FactRow => ({
  ...flowRow(seal, 'exchange.audit-entries', { node: seal.data.nodeRegion }, seal.data.count),
  validFrom: seal.data.day,
});

/** Daily seals of the audit log. The entries are no events, so their count is taken as sealed. */
export const fact: FactDefinition = {
  name: 'exchange.audit',
  titles: { zh: '审计封存', en: 'Seals of the audit log' },
  measures: [flow('exchange.audit-entries', '条', '封存的审计记录', 'Audit entries sealed')],
  reads: { [SEALED]: ({ data }: Seal) => [data.nodeRegion] },
  fold,
};
