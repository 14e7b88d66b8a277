import { UNKNOWN_STREET, districtOf } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import { ABOLISHED, type CommitteeEvent, ESTABLISHED } from '../community-committees/committee.js';
import { ofType } from '../event-kind.js';
import { stock } from '../measure.js';
import { childrenLeft } from './children.js';
import { committeeChanges } from './committee-changes.js';
import { CHANGED, type Change, type Version, versionsOf } from './versions.js';

const COUNTED_LEVELS: readonly string[] = ['DISTRICT', 'STREET', 'VILLAGE'];

const isChange = ofType(CHANGED);

function fold(history: readonly FactEvent<any>[], code: string): FoldResult {
  const changes = history.filter(isChange);
  const own = changes.filter(({ data }) => data.code === code);
  const { versions, findings } = versionsOf(own.length > 0 ? own : committeeChanges(history));
  return {
    rows: versions.flatMap((version) => rowsOf(version, code)),
    findings: [
      ...findings,
      ...childrenLeft(
        own,
        changes.filter(({ data }) => data.code !== code),
      ),
    ],
  };
}

const rowsOf = ({ from, until, level, causes }: Version, code: string): FactRow[] =>
  !COUNTED_LEVELS.includes(level) || (until !== null && until <= from)
    ? []
    : [
        {
          measure: 'reference.divisions',
          district: districtOf(code),
          street: level === 'DISTRICT' ? UNKNOWN_STREET : code.slice(0, 9),
          dims: { level },
          amount: 1,
          validFrom: from,
          validUntil: until,
          causes,
        },
      ];

const ofVillage = ({ data }: CommitteeEvent): string[] => [data.villageId];

/**
 * Districts, 街镇 and 居村 that stand at a date: the denominator of every coverage figure. A 居村 of which no division
 * was ever published stands while its committee does.
 */
export const fact: FactDefinition = {
  name: 'reference.divisions',
  titles: { zh: '行政区划', en: 'Administrative divisions' },
  version: 2,
  measures: [stock('reference.divisions', '个', '区划数', 'Divisions in force, by level')],
  reads: {
    [CHANGED]: ({ data }: Change) => [...new Set([data.code, data.parent])],
    [ESTABLISHED]: ofVillage,
    [ABOLISHED]: ofVillage,
  },
  fold,
};
