import type { ApplyOutcome, EventBatch, FactEngine } from '@minhai/facts/store';
import { GroupCommit } from '@minhai/kafka';

/** Batches of different partitions are folded together. PostgreSQL does most of the work: two groups keep it and Node busy. */
export type BatchGroups = GroupCommit<EventBatch, ApplyOutcome>;

export const batchGroups = (engine: FactEngine): BatchGroups =>
  new GroupCommit({
    events: 2_000,
    gatherMs: 2,
    concurrency: 2,
    partitionOf: ({ domain, partition }) => `${domain}/${partition}`,
    eventsOf: ({ events }) => events.length,
    commit: async (batches) => (await engine.applyAll(batches)).outcomes,
  });
