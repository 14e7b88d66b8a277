import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { stock } from '../measure.js';
import { protectedPeople } from '../protected-measure.js';
import { tenureRow } from '../row.js';
import { type Tenure, tenuresOf } from '../tenure.js';

export const ASSIGNED = 'cn.gov.mca.community.tag.assigned';
export const REMOVED = 'cn.gov.mca.community.tag.removed';

type Assigned = EventOf<typeof ASSIGNED>;
type TagEvent = Assigned | EventOf<typeof REMOVED>;

const isAssigned = ofType(ASSIGNED);
const tagOf = ({ data }: TagEvent): string => data.tag;

/** A tag assigned once more is renewed; it lasts through its last day or until it is removed. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { tenures, findings } = tenuresOf(history, {
    isBegin: isAssigned,
    isEnd: ofType(REMOVED),
    keyOf: tagOf,
    lastDayOf: ({ data }) => data.validTo,
    isRenewable: true,
    begun: 'assigned',
    ended: 'removed',
  });
  const byTag = [...groupBy(history as readonly TagEvent[], tagOf).values()];
  return { rows: tenures.map(rowOf), findings: [...findings, ...byTag.flatMap(olderDictionaries)] };
}

const rowOf = (tag: Tenure<Assigned>): FactRow =>
  tenureRow(tag, 'community.tagged-persons', { tag: tag.key, level: tag.begin.data.level });

/** Once a tag was given under a version of the dictionary, older ones are out of use. */
const olderDictionaries = (events: readonly TagEvent[]): Finding[] =>
  events.flatMap((event, i) => {
    const newer = events
      .slice(0, i)
      .find(({ data }) => data.dictionaryVersion > event.data.dictionaryVersion);
    return newer
      ? [finding('STATE', [newer, event], { case: 'from an older dictionary', day: event.day })]
      : [];
  });

/** Tags of persons in force: a person once per tag, whatever the number of assignments. */
export const fact: FactDefinition = {
  name: 'community.tags',
  titles: { zh: '社区云标签', en: 'Tags of the community cloud' },
  measures: [
    protectedPeople(
      stock('community.tagged-persons', '人', '带有标签的人数', 'Persons with a tag in force, by tag'),
    ),
  ],
  reads: {
    [ASSIGNED]: ({ data }: Assigned) => [data.personRef],
    [REMOVED]: ({ data }: EventOf<typeof REMOVED>) => [data.personRef],
  },
  fold,
};
