/** The group of a consumer inside kafkajs. */
interface ConsumerGroup {
  joinAndSync(): Promise<void>;
  fetch(nodeId: number): Promise<unknown>;
}

export interface ConsumerGroupClass {
  readonly prototype: ConsumerGroup;
}

/** Groups that could not be joined again. */
const left = new WeakSet<ConsumerGroup>();

/** kafkajs looks at the type. */
const notAMember = (): Error =>
  Object.assign(new Error('the group was not joined'), { type: 'REBALANCE_IN_PROGRESS' });

/**
 * kafkajs that cannot join its group again, since the coordinator is still loading or the connection broke, goes on fetching
 * as a member of the generation before (its pull request 1779 tells of the loading). A broker that remembers that
 * generation answers for ever, and nobody handles what comes. Here such a fetch ends as one in a rebalance does, so that
 * kafkajs joins once more, as often as it repeats anything.
 */
export function fetchAsMemberOnly({ prototype }: ConsumerGroupClass): void {
  const { joinAndSync, fetch } = prototype;
  prototype.joinAndSync = async function () {
    try {
      await joinAndSync.call(this);
      left.delete(this);
    } catch (error) {
      left.add(this);
      throw error;
    }
  };
  prototype.fetch = async function (nodeId) {
    if (left.has(this)) throw notAMember();
    return fetch.call(this, nodeId);
  };
}
