import { receiveJob, tell } from '../harness/bench-process.js';
import { acceptanceSide } from './acceptance-prototype.js';
import { acceptedBatches, BATCH_EVENTS } from './accepted-batches.js';
import { appliedRate, type Rate } from './applied-rate.js';
import { eventStream } from './event-stream.js';
import { preparedRecords } from './prepared-records.js';
import { recomputeSide } from './recompute-prototype.js';

const SIDES = { acceptance: acceptanceSide, recompute: recomputeSide };

/** One prototype on the events of a round, in a process as new as those of the services it is held against. */
export interface PrototypeJob {
  readonly prototype: keyof typeof SIDES;
  readonly ownerUrl: string;
  readonly topicPrefix: string;
  readonly events: number;
  readonly run: number;
}

const { prototype, ownerUrl, topicPrefix, events, run } = await receiveJob<PrototypeJob>();
const batches = acceptedBatches(preparedRecords(eventStream(events, run), topicPrefix), BATCH_EVENTS);
tell('measured', (await appliedRate(SIDES[prototype](ownerUrl), batches)) satisfies Rate);
process.disconnect();
