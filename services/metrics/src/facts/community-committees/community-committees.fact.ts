import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { CHANGED as DIVISION_CHANGED, type Change, versionsOf } from '../divisions/versions.js';
import { ofType } from '../event-kind.js';
import { finding, outOfState, unpreceded } from '../finding.js';
import { stock } from '../measure.js';
import { placeOfRegion } from '../place.js';
import { stretchRow } from '../row.js';
import { contains } from '../span.js';
import { type Tenure, tenuresOf } from '../tenure.js';
import {
  ABOLISHED,
  CHANGED,
  type Changed,
  type CommitteeEvent,
  ESTABLISHED,
  type Established,
  isAbolished,
  isChanged,
  isEstablished,
} from './committee.js';

const isDivisionChange = ofType(DIVISION_CHANGED);

function fold(history: readonly FactEvent<any>[], villageId: string): FoldResult {
  const { tenures, findings } = tenuresOf(history, {
    isBegin: isEstablished,
    isEnd: isAbolished,
    begun: 'established',
    ended: 'abolished',
  });
  const changes = history.filter(isChanged);
  return {
    rows: tenures.flatMap((tenure) => rowsOf(tenure, changes, villageId)),
    findings: [
      ...findings,
      ...changes.flatMap((change) => outside(change, tenures)),
      ...withoutDivision(tenures, history.filter(isDivisionChange)),
    ],
  };
}

/** One row per stretch of days on which the committee is of one kind. */
function rowsOf(tenure: Tenure<Established>, changes: readonly Changed[], villageId: string): FactRow[] {
  const conversions = changes.filter(({ day, data }) => data.kind !== null && contains(tenure, day));
  const turns = [
    { kind: tenure.begin.data.kind, from: tenure.from, cause: tenure.begin.id },
    ...conversions.map(({ day, data, id }) => ({ kind: data.kind!, from: day, cause: id })),
  ];
  return turns
    .map(({ kind, from, cause }, i) => {
      const next = turns[i + 1];
      const causes = [cause, ...(next ? [next.cause] : tenure.causes.slice(1))];
      return stretchRow({ from, until: next?.from ?? tenure.until, causes }, placeOfRegion(villageId), {
        measure: 'community.committees',
        dims: { kind },
      });
    })
    .filter(({ validFrom, validUntil }) => validFrom !== validUntil);
}

function outside(change: Changed, tenures: readonly Tenure<Established>[]): Finding[] {
  if (tenures.some((tenure) => contains(tenure, change.day))) return [];
  const isKnown = tenures.some(({ from }) => from <= change.day);
  return [
    isKnown
      ? outOfState(change, 'changed after it was abolished')
      : unpreceded(change, 'changed before established'),
  ];
}

/** Where the division list knows the 居村, it and its committee stand together. */
function withoutDivision(tenures: readonly Tenure<Established>[], changes: readonly Change[]): Finding[] {
  if (changes.length === 0) return [];
  const { versions } = versionsOf(changes);
  return tenures
    .filter(({ from }) => !versions.some((version) => contains(version, from)))
    .map(({ begin, from }) =>
      finding('STATE', [begin], { case: 'committee of a division that does not stand', day: from }),
    );
}

const ofVillage = ({ data }: CommitteeEvent | Changed): string[] => [data.villageId];

/** 居委会 and 村委会 that are established. */
export const fact: FactDefinition = {
  name: 'community.committees',
  titles: { zh: '居（村）委会', en: 'Residents’ and villagers’ committees' },
  measures: [
    stock('community.committees', '个', '居（村）委会', 'Committees established at the date, by kind'),
  ],
  reads: {
    [ESTABLISHED]: ofVillage,
    [CHANGED]: ofVillage,
    [ABOLISHED]: ofVillage,
    [DIVISION_CHANGED]: ({ data }: Change) => (data.level === 'VILLAGE' ? [data.code] : []),
  },
  fold,
};
