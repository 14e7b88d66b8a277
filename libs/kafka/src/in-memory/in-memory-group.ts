import { PartitionSession, partitionKey } from '../partition-session.js';
import type { TopicPartition } from '../port.js';

export interface GroupMember {
  readonly topics: readonly string[];
  /** Resolves when no batch is under way, as a real member does before it joins the next generation. */
  idle(): Promise<void>;
  take(sessions: readonly PartitionSession[]): void;
  lose(): void;
}

/** A consumer group: who holds which partition. Any change takes everything from everybody and deals it out again. */
export class InMemoryGroup {
  private members: GroupMember[] = [];
  private readonly commits = new Map<string, bigint>();

  constructor(private readonly partitionCount: (topic: string) => number) {}

  async join(member: GroupMember): Promise<void> {
    await this.allIdle();
    this.members.push(member);
    this.reassign();
  }

  async leave(member: GroupMember): Promise<void> {
    await this.allIdle();
    member.lose();
    this.members = this.members.filter((other) => other !== member);
    this.reassign();
  }

  reassign(): void {
    for (const member of this.members) member.lose();
    const hands = new Map<GroupMember, PartitionSession[]>(this.members.map((member) => [member, []]));
    for (const topic of new Set(this.members.flatMap(({ topics }) => topics))) {
      const takers = this.members.filter(({ topics }) => topics.includes(topic));
      for (let partition = 0; partition < this.partitionCount(topic); partition += 1) {
        const taker = takers[partition % takers.length]!;
        hands.get(taker)!.push(new PartitionSession({ topic, partition }));
      }
    }
    for (const [member, sessions] of hands) member.take(sessions);
  }

  commit(id: TopicPartition, nextOffset: bigint): void {
    this.commits.set(partitionKey(id), nextOffset);
  }

  committed(id: TopicPartition): bigint | undefined {
    return this.commits.get(partitionKey(id));
  }

  private async allIdle(): Promise<void> {
    await Promise.all(this.members.map((member) => member.idle()));
  }
}
