import { districtOf, streetOf } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { CHANGED as DIVISION_CHANGED, type Change, versionsOf } from '../divisions/versions.js';
import { ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { stock } from '../measure.js';
import { type Presence, presencesOf } from '../presence.js';
import { contains } from '../span.js';
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
  const { presences, findings } = presencesOf(history, {
    opens: isEstablished,
    closes: isAbolished,
    opened: 'established',
    closed: 'abolished',
  });
  const changes = history.filter(isChanged);
  return {
    rows: presences.flatMap((presence) => rowsOf(presence, changes, villageId)),
    findings: [
      ...findings,
      ...changes.flatMap((change) => outside(change, presences)),
      ...withoutDivision(presences, history.filter(isDivisionChange)),
    ],
  };
}

/** One row per stretch of days on which the committee is of one kind. */
function rowsOf(presence: Presence<Established>, changes: readonly Changed[], villageId: string): FactRow[] {
  const conversions = changes.filter(({ day, data }) => data.kind !== null && contains(presence, day));
  const turns = [
    { kind: presence.begin.data.kind, from: presence.from, cause: presence.begin.id },
    ...conversions.map(({ day, data, id }) => ({ kind: data.kind!, from: day, cause: id })),
  ];
  return turns
    .map(({ kind, from, cause }, i): FactRow => {
      const next = turns[i + 1];
      const endedBy = next ? [next.cause] : presence.causes.slice(1);
      return {
        measure: 'community.committees',
        district: districtOf(villageId),
        street: streetOf(villageId),
        dims: { kind },
        amount: 1,
        validFrom: from,
        validUntil: next?.from ?? presence.until,
        causes: [cause, ...endedBy],
      };
    })
    .filter(({ validFrom, validUntil }) => validFrom !== validUntil);
}

function outside(change: Changed, presences: readonly Presence<Established>[]): Finding[] {
  if (presences.some((presence) => contains(presence, change.day))) return [];
  const isKnown = presences.some(({ from }) => from <= change.day);
  return [
    isKnown
      ? finding('STATE', [change], { case: 'changed after it was abolished', day: change.day })
      : finding('MISSING_PREDECESSOR', [change], { case: 'changed before established', day: change.day }),
  ];
}

/** Where the division list knows the 居村, it and its committee stand together. */
function withoutDivision(presences: readonly Presence<Established>[], changes: readonly Change[]): Finding[] {
  if (changes.length === 0) return [];
  const { versions } = versionsOf(changes);
  return presences
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
