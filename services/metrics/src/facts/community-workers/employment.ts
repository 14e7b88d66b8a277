import type { FactEvent, Finding } from '@minhai/facts';
import { overlapsOf } from '../counted-once.js';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { type Tenure, byBegin, tenuresOf } from '../tenure.js';

export const HIRED = 'cn.gov.mca.community.worker.hired';
export const CERTIFIED = 'cn.gov.mca.community.worker.certified';
export const LEFT = 'cn.gov.mca.community.worker.left';

type Hired = EventOf<typeof HIRED>;

export const isHired = ofType(HIRED);
export const isCertified = ofType(CERTIFIED);

/** Days in one post. */
export type Employment = Tenure<Hired>;

export interface Employments {
  /** In the order they began. */
  readonly employments: readonly Employment[];
  readonly findings: readonly Finding[];
}

/** The posts of one person, whatever number each gave the person. */
export function employmentsOf(history: readonly FactEvent<any>[]): Employments {
  const { tenures, findings } = tenuresOf(history, {
    isBegin: isHired,
    isEnd: ofType(LEFT),
    keyOf: ({ data }: Hired | EventOf<typeof LEFT>) => data.workerId,
    begun: 'hired',
    ended: 'left',
  });
  const employments = tenures.toSorted(byBegin);
  return { employments, findings: [...findings, ...overlapsOf(employments).map(inTwoPosts)] };
}

const inTwoPosts = ([earlier, later]: readonly [Hired, Hired]): Finding =>
  finding('DUPLICATE_PERSON', [earlier, later], { case: 'in two posts at once', day: later.day });
