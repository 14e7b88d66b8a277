import type { Kafka } from 'kafkajs';
import type { KafkaLogger } from '../logger.js';
import { isOfEndedProcess } from './member-name.js';

interface Member {
  readonly memberId: string;
  readonly clientId: string;
}

/** What kafkajs keeps behind its admin: requests to the broker that coordinates a group. */
interface Coordinator {
  describeGroups(request: { groupIds: readonly string[] }): Promise<{
    readonly groups: readonly { readonly members: readonly Member[] }[];
  }>;
  leaveGroup(request: { groupId: string; memberId: string }): Promise<unknown>;
}

interface Cluster {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  findGroupCoordinator(request: { groupId: string }): Promise<Coordinator>;
}

export interface Seat {
  readonly groupId: string;
  readonly clientId: string;
  readonly logger: KafkaLogger;
}

/**
 * Leaves the group in the name of processes of this machine that were killed: a group waits for each until its session
 * times out, and gives nobody a partition meanwhile. Only a help: a member that lives after all is told that it was
 * expelled and joins again, and who writes is fenced in the database.
 */
export async function leaveForTheDead(kafka: Kafka, { groupId, clientId, logger }: Seat): Promise<void> {
  const cluster = clusterOf(kafka);
  try {
    await cluster.connect();
    const coordinator = await cluster.findGroupCoordinator({ groupId });
    const { groups } = await coordinator.describeGroups({ groupIds: [groupId] });
    for (const member of groups.flatMap(({ members }) => members)) {
      if (!isOfEndedProcess(member.clientId, clientId)) continue;
      await coordinator.leaveGroup({ groupId, memberId: member.memberId });
      logger.info({ groupId, member: member.clientId }, 'left the group for a process that has ended');
    }
  } catch (error) {
    logger.debug({ err: error, groupId }, 'whoever died in the group keeps its place until its session ends');
  } finally {
    await cluster.disconnect();
  }
}

/** kafkajs has no door to it; its version is pinned and checked, see amend-kafkajs.ts. */
function clusterOf(kafka: Kafka): Cluster {
  const key = Object.getOwnPropertySymbols(kafka).find(
    ({ description }) => description === 'private:Kafka:createCluster',
  )!;
  return (kafka as unknown as Record<symbol, (options: object) => Cluster>)[key]!({});
}
