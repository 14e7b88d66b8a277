import { RetryableError } from '@minhai/errors';
import type { FactEngine } from '@minhai/facts/store';
import type { LakeReader } from './lake.reader.js';
import type { DefinitionWatch } from '../rebuild/definition-watch.js';
import type { BatchGroups } from './batch-groups.js';
import { PartitionFolder, type PartitionPlace } from './partition-folder.js';

/** The partitions this process folds. */
export class PartitionFolders {
  private readonly held = new Map<string, PartitionFolder>();

  constructor(
    private readonly engine: Pick<FactEngine, 'claim'>,
    private readonly groups: Pick<BatchGroups, 'commit' | 'isBusy'>,
    private readonly lake: LakeReader,
    private readonly definitions: Pick<DefinitionWatch, 'isCurrent'>,
  ) {}

  /**
   * Takes the partition over from whoever had it; answers the Kafka offset to resume from. Throws RetryableError while
   * the tables are of other definitions.
   */
  async claim(place: PartitionPlace): Promise<bigint> {
    if (!(await this.definitions.isCurrent()))
      throw new RetryableError('UNAVAILABLE', 'the facts are being rebuilt for changed definitions');
    const claim = await this.engine.claim(place.domain, place.partition);
    this.held.set(nameOf(place), new PartitionFolder(this.groups, this.lake, place, claim));
    return claim.nextOffset;
  }

  /** Whether more events come than are folded at once. */
  get isBusy(): boolean {
    return this.groups.isBusy;
  }

  find(place: PartitionPlace): PartitionFolder | undefined {
    return this.held.get(nameOf(place));
  }

  release(place: PartitionPlace): void {
    this.held.delete(nameOf(place));
  }

  all(): readonly PartitionFolder[] {
    return [...this.held.values()];
  }
}

const nameOf = ({ domain, partition }: PartitionPlace): string => `${domain}/${partition}`;
