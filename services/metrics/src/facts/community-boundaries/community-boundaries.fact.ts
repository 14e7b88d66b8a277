import type { FactDefinition, FactEvent, Finding, FoldResult } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { stock } from '../measure.js';
import { flowRow } from '../row.js';

const INSPECTED = 'cn.gov.mca.community.boundary.inspected';

type Inspected = EventOf<typeof INSPECTED>;

/** A round is done on a boundary once its inspection leaves nothing in dispute. */
const isDone = ({ data }: Inspected): boolean => data.result !== 'DISPUTED';

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const inspections = history as readonly Inspected[];
  const [first] = inspections;
  if (!first) return { rows: [], findings: [] };
  const rounds = [...groupBy(inspections, ({ data }) => data.round).values()];
  return {
    rows: [
      flowRow(first, 'community.boundaries', {}),
      ...rounds.flatMap((ofRound) => {
        const done = ofRound.find(isDone);
        return done
          ? [flowRow(done, 'community.boundaries-inspected', { round: String(done.data.round) })]
          : [];
      }),
    ],
    findings: [...rounds.flatMap(doneTwice), ...backwards(inspections)],
  };
}

function doneTwice(ofRound: readonly Inspected[]): Finding[] {
  const done = ofRound.findIndex(isDone);
  return ofRound
    .filter((_, i) => done >= 0 && i > done)
    .map((event) =>
      finding('STATE', [event], {
        case: 'inspected again in a round that was done',
        round: event.data.round,
      }),
    );
}

const backwards = (inspections: readonly Inspected[]): Finding[] =>
  inspections
    .filter((event, i) => inspections.slice(0, i).some(({ data }) => data.round > event.data.round))
    .map((event) =>
      finding('STATE', [event], {
        case: 'inspected for a round older than the last',
        round: event.data.round,
      }),
    );

/** Boundaries of a district by its own inspections; the other side of a boundary has a history of its own. */
export const fact: FactDefinition = {
  name: 'community.boundaries',
  titles: { zh: '行政区域界线联检', en: 'Inspection of boundaries' },
  measures: [
    stock('community.boundaries', '条', '已知界线', 'Boundaries known from any round of inspection'),
    stock(
      'community.boundaries-inspected',
      '条',
      '已完成联检的界线',
      'Boundaries inspected without dispute, by round',
    ),
  ],
  reads: { [INSPECTED]: ({ regionId, data }: Inspected) => [`${regionId}:${data.boundaryId}`] },
  fold,
};
