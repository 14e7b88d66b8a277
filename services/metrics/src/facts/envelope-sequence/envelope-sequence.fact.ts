import type { FactDefinition, FactEvent, Finding, FoldResult } from '@minhai/facts';
import { EVENT_FOLDERS } from '@minhai/schemas';
import { finding } from '../finding.js';
import { groupBy } from '../group-by.js';

interface Numbered extends FactEvent {
  readonly seq: number;
}

const isNumbered = (event: FactEvent): event is Numbered => event.seq !== undefined;

const aggregateOf = ({ source, subject }: FactEvent): string => `${source} ${subject}`;

/** Numbers of one aggregate in its source. Voids and superseded records took numbers too, so records are folded. */
function fold(history: readonly FactEvent[], aggregate: string): FoldResult {
  const own = history.filter(isNumbered).filter((event) => aggregateOf(event) === aggregate);
  const byNumber = [...groupBy(own, ({ seq }) => seq).entries()].sort(([a], [b]) => a - b);
  return {
    rows: [],
    findings: byNumber.flatMap(([seq, events], i): Finding[] => [
      ...(events.length > 1 ? [usedTwice(events, seq)] : []),
      ...(i > 0 ? gap(byNumber[i - 1]!, [seq, events]) : []),
    ]),
  };
}

const usedTwice = (events: readonly FactEvent[], seq: number): Finding =>
  finding('STATE', events, { case: 'sequence number used twice', seq });

function gap(
  [before, earlier]: readonly [number, readonly FactEvent[]],
  [seq, later]: readonly [number, readonly FactEvent[]],
): Finding[] {
  const missing = seq - before - 1;
  return missing === 0
    ? []
    : [
        finding('SEQ_GAP', [earlier.at(-1)!, later[0]!], {
          case: 'sequence numbers missing',
          before,
          seq,
          missing,
        }),
      ];
}

/** Only events that carry a number have an entity, so that nothing is kept of the others. */
const ofAggregate = (event: FactEvent): string[] => (isNumbered(event) ? [aggregateOf(event)] : []);

/** Gaps in the numbers a source gives the events of an aggregate (CloudEvents extension `seq`). */
export const fact: FactDefinition = {
  name: 'envelope.sequence',
  titles: { zh: '来源序号连续性', en: 'Numbers of events in their source' },
  measures: [],
  folds: 'records',
  reads: Object.fromEntries(EVENT_FOLDERS.map(({ type }) => [type, ofAggregate])),
  fold,
};
