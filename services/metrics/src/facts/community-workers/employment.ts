import type { FactEvent, Finding } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { type Holding, type Holdings, overlapsOf, holdingsOf } from '../holding.js';

export const HIRED = 'cn.gov.mca.community.worker.hired';
export const CERTIFIED = 'cn.gov.mca.community.worker.certified';
export const LEFT = 'cn.gov.mca.community.worker.left';

type Hired = EventOf<typeof HIRED>;
type Left = EventOf<typeof LEFT>;

export const isHired = ofType(HIRED);
export const isCertified = ofType(CERTIFIED);
const isLeft = ofType(LEFT);

/** Days in one post. */
export type Employment = Holding<Hired>;

/** The posts of one person, whatever number each gave the person. */
export function employmentsOf(history: readonly FactEvent<any>[]): Holdings<Hired> {
  const { holdings, findings } = holdingsOf<Hired, Left>(history, {
    isBegin: isHired,
    isEnd: isLeft,
    keyOf: ({ data }) => data.workerId,
    cases: { begunTwice: 'hired twice', endedTwice: 'left twice', endedFirst: 'left before hired' },
  });
  return { holdings, findings: [...findings, ...overlapsOf(holdings).map(inTwoPosts)] };
}

const inTwoPosts = ([earlier, later]: readonly [Hired, Hired]): Finding =>
  finding('DUPLICATE_PERSON', [earlier, later], { case: 'in two posts at once', day: later.day });
