import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { outOfState, unpreceded } from '../finding.js';
import { firstOfEach } from '../first-of-each.js';
import { stock } from '../measure.js';
import { flowRow } from '../row.js';
import {
  DEREGISTERED,
  type Membership,
  REGISTERED,
  membershipsOf,
  ofOrganisation,
} from '../socialorg-registration/membership.js';
import { contains } from '../span.js';

export const DESIGNATED = 'cn.gov.mca.socialorg.party.point.designated';
export const DECOUPLED = 'cn.gov.mca.socialorg.decoupled';

const isDesignated = ofType(DESIGNATED);
const isDecoupled = ofType(DECOUPLED);

type Distinction = EventOf<typeof DESIGNATED | typeof DECOUPLED>;

/** Each point and each decoupling counts once and is never taken off, whatever becomes of the body. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { memberships } = membershipsOf(history);
  const points = firstOfEach(history.filter(isDesignated), ({ data }) => data.pointId);
  const [decoupled, ...again] = history.filter(isDecoupled);
  const counted = [...points.first, ...(decoupled ? [decoupled] : [])];
  return {
    rows: counted.map(rowOf),
    findings: [
      ...points.again.map((event) => outOfState(event, 'point designated twice')),
      ...again.map((event) => outOfState(event, 'decoupled twice')),
      ...counted.flatMap((event) => unregistered(event, memberships)),
    ],
  };
}

const rowOf = (event: Distinction): FactRow =>
  flowRow(event, isDecoupled(event) ? 'socialorg.decoupled' : 'socialorg.party-points', {});

/** A body registered elsewhere is unknown here, which is no error of the event. */
function unregistered(event: Distinction, memberships: readonly Membership[]): Finding[] {
  if (memberships.some((membership) => contains(membership, event.day))) return [];
  const about = isDecoupled(event) ? 'decoupled' : 'designated';
  return [
    memberships.length > 0
      ? outOfState(event, `${about} while not registered`)
      : unpreceded(event, `${about} before registered`),
  ];
}

/** 党建实践点 of social organisations, and associations decoupled from the administration. */
export const fact: FactDefinition = {
  name: 'socialorg.distinctions',
  titles: { zh: '社会组织党建实践点与脱钩', en: 'Party practice points and decoupled associations' },
  measures: [
    stock('socialorg.party-points', '家', '社会组织党建实践点', 'Party practice points ever designated'),
    stock('socialorg.decoupled', '家', '脱钩行业协会商会', 'Associations ever decoupled'),
  ],
  reads: {
    [REGISTERED]: ofOrganisation,
    [DEREGISTERED]: ofOrganisation,
    [DESIGNATED]: ofOrganisation,
    [DECOUPLED]: ofOrganisation,
  },
  fold,
};
